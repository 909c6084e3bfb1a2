package paxoscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import paxoscope.command.Command;
import paxoscope.command.CommandCompletion;
import paxoscope.command.CommandException;
import paxoscope.command.CommandOutput;
import paxoscope.command.CommandParser;
import paxoscope.command.CommandRunner;
import paxoscope.command.HandRecovery;
import paxoscope.command.NetworkMoves;
import paxoscope.command.ScenarioCheck;
import paxoscope.command.ScenarioSource;
import paxoscope.command.ServerNames;
import paxoscope.director.Director;
import paxoscope.director.LiveRun;
import paxoscope.protocol.ServerId;
import paxoscope.ui.words.UiText;

/**
 * The commands that are typed into the window, and what they and the clients were told. Plays and
 * restarts as the buttons do, and leaves the rest to the commands of the console. To be used on the
 * window's thread only.
 */
public final class TypedCommands {

  private final ControlDesk desk;
  private final NodeCalls calls;
  private final NodeCalls inquiries;
  private final ScenarioSource scenarios;
  private final ClientLog log = new ClientLog();
  private final Map<ServerId, RecoveryWait> waits = new HashMap<>();
  private List<LiveRun.ClientReply> told = List.of();
  private Consumer<Path> saver = _ -> log.add(CommandOutput.Tone.ERROR, UiText.of("run.nothing"));
  private Consumer<Path> scenarioSaver = saver;
  private Consumer<Command.Experiment> experimenter = _ -> {};
  private final FreePlay freePlay;
  private Runnable exit = () -> log.add(CommandOutput.Tone.QUIET, UiText.of("log.close-window"));

  /**
   * Commands for a desk.
   *
   * @param desk plays and restarts
   * @param calls makes the calls that drive the nodes
   * @param inquiries makes calls that only ask, beside the others
   * @param scenarios the scenarios
   */
  TypedCommands(ControlDesk desk, NodeCalls calls, NodeCalls inquiries, ScenarioSource scenarios) {
    this.desk = desk;
    this.calls = calls;
    this.inquiries = inquiries;
    this.scenarios = scenarios;
    this.freePlay = new FreePlay(desk, calls);
  }

  /**
   * Lets whoever sits at the window be the network.
   *
   * @return their hands
   */
  public FreePlay freePlay() {
    return freePlay;
  }

  /**
   * Says what the command {@code exit} does.
   *
   * @param action closes the window
   */
  public void onExit(Runnable action) {
    exit = action;
  }

  /**
   * Says what the command {@code save} does.
   *
   * @param action saves what is shown in a file
   */
  void onSave(Consumer<Path> action) {
    saver = action;
  }

  /**
   * Says what the command {@code experiment} does.
   *
   * @param action fights the duels
   */
  void onExperiment(Consumer<Command.Experiment> action) {
    experimenter = action;
  }

  /**
   * Says what the command {@code save scenario} does.
   *
   * @param action saves what is shown as a scenario
   */
  void onSaveScenario(Consumer<Path> action) {
    scenarioSaver = action;
  }

  /**
   * Carries out a typed command.
   *
   * @param line what was typed
   */
  public void carryOut(String line) {
    desk.withNodes(() -> understand(line));
  }

  private void understand(String line) {
    log.add(CommandOutput.Tone.QUIET, "> " + line);
    Optional<Command> command;
    try {
      command = new CommandParser(names(), scenarios).parse(line);
    } catch (CommandException wrong) {
      log.add(CommandOutput.Tone.ERROR, wrong.getMessage());
      return;
    }
    command.ifPresent(known -> carryOut(known, line));
  }

  private void carryOut(Command command, String line) {
    switch (command) {
      case Command.Play play -> play(play);
      case Command.Restart _ -> desk.restart();
      case Command.Exit _ -> exit.run();
      case Command.Recover recover -> recover(recover.server(), line);
      case Command.OfNetwork ofNetwork -> asNetwork(ofNetwork);
      case Command.Experiment experiment -> experimenter.accept(experiment);
      case Command.Save save -> saver.accept(save.file());
      case Command.SaveScenario save -> scenarioSaver.accept(save.file());
      case Command.Crash _, Command.Status _, Command.Check _, Command.Help _, Command.HelpOn _ ->
          run(line);
    }
  }

  private void asNetwork(Command.OfNetwork command) {
    if (command instanceof Command.Free) {
      freePlay.begin(new ServerId(1), new ServerId(names().addresses().size()));
    } else if (!freePlay.activeProperty().get()) {
      log.add(CommandOutput.Tone.ERROR, UiText.of("free.not"));
    } else if (command instanceof Command.ShowHeld) {
      NetworkMoves.list(freePlay.now(), log::add);
    } else if (command instanceof Command.End) {
      freePlay.end();
    } else if (command instanceof Command.Faults faults) {
      freePlay.meet(faults.mishaps());
      log.add(CommandOutput.Tone.PLAIN, NetworkMoves.told(faults.mishaps()));
    } else if (command instanceof Command.Pause pause && isForeign(pause)) {
      freePlay.pause(pause.server(), pause.pause());
    } else {
      ask(command);
    }
  }

  private boolean isForeign(Command.Pause pause) {
    return director().cluster().commandToPause(pause.server(), pause.pause()).isPresent();
  }

  private void ask(Command.OfNetwork command) {
    try {
      freePlay.ask(NetworkMoves.of(command, freePlay.now()));
    } catch (CommandException wrong) {
      log.add(CommandOutput.Tone.ERROR, wrong.getMessage());
    }
  }

  // What is played of a file is tried first, which may take a moment.
  private void play(Command.Play play) {
    if (play.own().isEmpty()) {
      desk.askAndStart(play.scenario(), play.arguments());
      return;
    }
    int servers = names().addresses().size();
    inquiries.make(
        () -> {
          List<ClientLog.Line> said = new ArrayList<>();
          ScenarioCheck.tellMistakes(
              play.own().get(),
              play.arguments(),
              servers,
              (tone, text) -> said.add(new ClientLog.Line(tone, text)));
          return said;
        },
        mistakes -> {
          mistakes.forEach(one -> log.add(one.tone(), one.text()));
          if (mistakes.isEmpty()) {
            desk.askAndStart(play.scenario(), play.arguments());
          }
        },
        desk::complain);
  }

  // A person who has to start a server takes their time: the run goes on meanwhile.
  private void recover(ServerId server, String line) {
    Director director = director();
    Optional<String> byHand = director.cluster().commandToRecover(server);
    if (byHand.isEmpty()) {
      run(line);
      return;
    }
    HandRecovery recovery = new HandRecovery(names(), server);
    inquiries.make(
        () -> director.cluster().status(server).isPresent(),
        running -> {
          if (running) {
            recovery.alreadyThere(log::add);
          } else {
            recovery.ask(byHand.get(), Optional.empty(), log::add);
            await(recovery, director);
          }
        },
        desk::complain);
  }

  private void await(HandRecovery recovery, Director director) {
    if (waits.containsKey(recovery.server())) {
      return;
    }
    RecoveryWait wait = new RecoveryWait(director.cluster(), recovery.server());
    waits.put(recovery.server(), wait);
    inquiries.make(
        wait::untilBack,
        back -> {
          waits.remove(recovery.server(), wait);
          if (back) {
            record(recovery, director);
          } else {
            log.add(CommandOutput.Tone.QUIET, UiText.of("log.waits-no-more", recovery.server()));
          }
        },
        desk::complain);
  }

  private void record(HandRecovery recovery, Director director) {
    calls.make(
        () -> director.recover(recovery.server()),
        step -> recovery.back(HandRecovery.forgot(step), log::add),
        desk::complain);
  }

  /** Waits for no server any more: something else begins. */
  void stopWaiting() {
    waits.values().forEach(RecoveryWait::cancel);
    waits.clear();
  }

  private void run(String line) {
    calls.make(
        () -> {
          List<ClientLog.Line> said = new ArrayList<>();
          new CommandRunner(director(), scenarios)
              .run(line, (tone, text) -> said.add(new ClientLog.Line(tone, text)), () -> false);
          return said;
        },
        said -> said.forEach(one -> log.add(one.tone(), one.text())),
        desk::complain);
  }

  /**
   * Which words can come next in a command.
   *
   * @return knows them; empty as long as there are no servers to name
   */
  public Optional<CommandCompletion> completion() {
    return desk.director().map(_ -> new CommandCompletion(names(), scenarios));
  }

  private ServerNames names() {
    return new ServerNames(director().cluster().addresses());
  }

  private Director director() {
    return desk.director().orElseThrow();
  }

  /** Adds what clients have been told since the last time. */
  void tellReplies() {
    List<LiveRun.ClientReply> all =
        desk.director().flatMap(Director::current).map(LiveRun::replies).orElse(List.of());
    for (LiveRun.ClientReply answer : all.subList(Math.min(told.size(), all.size()), all.size())) {
      log.add(
          answer.reply().ok() ? CommandOutput.Tone.CHOSEN : CommandOutput.Tone.ERROR,
          UiText.of("log.reply", answer.port(), answer.reply().message()));
    }
    told = List.copyOf(all);
  }

  /** Another run begins: its clients have been told nothing yet. */
  void forgetReplies() {
    told = List.of();
  }

  /**
   * What commands and clients were told.
   *
   * @return the log
   */
  public ClientLog log() {
    return log;
  }
}
