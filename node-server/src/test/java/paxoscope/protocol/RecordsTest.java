package paxoscope.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of the protocol validate themselves, and say in one line what is wrong. */
class RecordsTest {
  private static final ServerId S1 = new ServerId(1);
  private static final ServerId S2 = new ServerId(2);
  private static final ServerId S3 = new ServerId(3);

  @ParameterizedTest
  @CsvSource({"3.1,3,1", "1.1,1,1", "10.12,10,12", "2147483647.2147483647,2147483647,2147483647"})
  void aProposalNumberIsReadAndWrittenAsRoundDotServer(String text, int round, int server) {
    ProposalNumber number = ProposalNumber.parse(text);

    assertEquals(new ProposalNumber(round, new ServerId(server)), number);
    assertEquals(text, number.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "3",
        "3.",
        ".1",
        "3.1.1",
        "3,1",
        " 3.1",
        "3.1 ",
        "3. 1",
        "3.1\n",
        "+3.1",
        "-3.1",
        "3.-1",
        "03.1",
        "3.01",
        "0.1",
        "3.0",
        "3e1.1",
        "0x3.1",
        "three.one",
        "\u0663.\u0661",
        "\uff13.1",
        "12345678901.1",
        "3.12345678901"
      })
  void anythingElseIsNoProposalNumber(String text) {
    assertEquals(
        "'" + text + "' is not a proposal number: write round.server, such as 3.1.",
        refusal(() -> ProposalNumber.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648.1", "9999999999.1", "1.2147483648"})
  void aProposalNumberThatDoesNotFitIsTooLarge(String text) {
    assertEquals(
        "'" + text + "' is too large a proposal number: 2147483647 is the highest.",
        refusal(() -> ProposalNumber.parse(text)));
  }

  @Test
  void aLongTextIsNotRepeatedWhole() {
    assertEquals(
        "'" + "9".repeat(40) + "...' is not a proposal number: write round.server, such as 3.1.",
        refusal(() -> ProposalNumber.parse("9".repeat(1_000_000))));
  }

  @Test
  void proposalNumbersCompareByRoundThenByServerAsIntegers() {
    List<ProposalNumber> ascending =
        Stream.of("1.1", "1.2", "1.10", "2.1", "3.1", "3.5", "4.1", "9.9", "10.1", "2147483647.1")
            .map(ProposalNumber::parse)
            .toList();

    for (int low = 0; low < ascending.size(); low++) {
      for (int high = 0; high < ascending.size(); high++) {
        ProposalNumber one = ascending.get(low);
        ProposalNumber other = ascending.get(high);
        assertEquals(Integer.signum(low - high), Integer.signum(one.compareTo(other)));
        assertEquals(low > high, one.isHigherThan(other));
        assertEquals(low == high, one.equals(other));
      }
    }
  }

  @Test
  void aRoundAndAServerStartAtOne() {
    assertEquals("A round is 1 or more, not 0.", refusal(() -> new ProposalNumber(0, S1)));
    assertEquals("A server number is 1 or more, not 0.", refusal(() -> new ServerId(0)));
    assertEquals("S7", new ServerId(7).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "0",
        "123",
        "Grüße",
        "日本語",
        "a\tb\nc",
        "<&>\"']]>",
        "\uD83D\uDE00",
        "\uD7FF",
        "\uE000",
        "\uFFFD",
        "\uDBFF\uDFFF",
        "\u007F",
        "\u0085"
      })
  void aValueIsAnyTextThatXmlCanCarry(String text) {
    assertEquals(text, new Value(text).text());
    assertEquals(text, new Value(text).toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 0x0B, 0x0C, 0x1F, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFE, 0xFFFF})
  void aCharacterThatXmlCannotCarryIsRefusedByName(int character) {
    String text = "a" + (char) character + "b";
    assertEquals(
        "A value must not contain the character U+%04X: XML cannot carry it.".formatted(character),
        refusal(() -> new Value(text)));
  }

  @Test
  void aCarriageReturnIsRefusedForWhatItIs() {
    assertEquals(
        "A value must not contain a carriage return (U+000D): on its way XML turns it into a line"
            + " feed.",
        refusal(() -> new Value("a\rb")));
  }

  @Test
  void aValueIsNotEmptyAndHasAtMost64KibOfUtf8() {
    assertEquals("A value must not be empty.", refusal(() -> new Value("")));
    String tooLong = "A value must not be longer than 64 KiB.";
    for (String character : List.of("x", "é", "日", "\uD83D\uDE00")) {
      int bytes = character.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
      String fits = character.repeat(Value.MAXIMUM_BYTES / bytes);
      assertEquals(fits, new Value(fits).text());
      assertEquals(tooLong, refusal(() -> new Value(fits + character)));
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,2", "4,3", "5,3", "6,4", "7,4", "8,5", "9,5", "99,50"})
  void aMajorityIsMoreThanHalf(int size, int majority) {
    Membership membership = new Membership(size);

    assertEquals(majority, membership.majority());
    assertEquals(size, membership.servers().size());
    assertEquals(S1, membership.servers().getFirst());
    assertEquals(new ServerId(size), membership.servers().getLast());
    assertTrue(membership.contains(new ServerId(size)));
    assertFalse(membership.contains(new ServerId(size + 1)));
    assertEquals(majority, Rules.ALL.quorum(membership));
    assertEquals(
        Math.max(1, majority - 1), Rules.ALL.without(Rule.QUORUM_IS_A_MAJORITY).quorum(membership));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100})
  void aClusterHasOneTo99Servers(int size) {
    assertEquals(
        "A cluster has 1 to 99 servers, not " + size + ".", refusal(() -> new Membership(size)));
  }

  @Test
  void proposeOptionsCheckTheirNumbersAndKeepTheirOwnServers() {
    Set<ServerId> servers = new HashSet<>(Set.of(S3, S1));
    ProposeOptions options =
        new ProposeOptions(1, ProposeOptions.Backoff.NONE, servers, Optional.of(7));
    servers.clear();

    assertEquals(List.of(S1, S3), List.copyOf(options.to()));
    assertThrows(UnsupportedOperationException.class, () -> options.to().clear());
    assertEquals("attempts must be 1 or more, not 0.", refusal(() -> options(0, Optional.empty())));
    assertEquals("round must be 1 or more, not 0.", refusal(() -> options(1, Optional.of(0))));
    assertEquals(
        new ProposeOptions(10, ProposeOptions.Backoff.RANDOM, Set.of(), Optional.empty()),
        ProposeOptions.DEFAULT);
  }

  private static ProposeOptions options(int attempts, Optional<Integer> round) {
    return new ProposeOptions(attempts, ProposeOptions.Backoff.NONE, Set.of(), round);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRuleIsSwitchedOffByItself(Rule rule) {
    Rules rules = Rules.ALL.without(rule);

    for (Rule other : Rule.values()) {
      assertTrue(Rules.ALL.hold(other));
      assertEquals(other != rule, rules.hold(other));
    }
    assertEquals(new Rules(EnumSet.of(rule)), rules.without(rule));
  }

  @ParameterizedTest
  @EnumSource(Outbound.Kind.class)
  void aKindIsEitherOfAMessageOrOfATimer(Outbound.Kind kind) {
    ProposalNumber number = new ProposalNumber(3, S1);
    boolean isTimer = kind == Outbound.Kind.RETRY || kind == Outbound.Kind.TIME_OUT;

    assertEquals(kind, Outbound.Kind.of(kind.toString()));
    if (isTimer) {
      Timer timer = new Timer(kind, S1, number, 1);
      assertEquals(S1, timer.to());
      assertEquals(Leg.TIMER, timer.leg());
    } else {
      assertEquals(
          "A " + kind + " is a message, not a timer.",
          refusal(() -> new Timer(kind, S1, number, 1)));
    }
    assertEquals("'prepare' is no kind of message.", refusal(() -> Outbound.Kind.of("prepare")));
  }

  @Test
  void everyMessageKnowsItsKindLegAndNumber() {
    ProposalNumber number = new ProposalNumber(3, S1);
    Proposal proposal = new Proposal(number, new Value("X"));

    assertMessage("Prepare REQUEST", new Message.Prepare(S1, S2, number));
    assertMessage("Promise REPLY", new Message.Promise(S2, S1, number, Optional.empty()));
    assertMessage("Accept REQUEST", new Message.Accept(S1, S2, proposal));
    assertMessage("Accepted REPLY", new Message.Accepted(S2, S1, number));
    assertMessage("Commit REQUEST", new Message.Commit(S1, S2, proposal));
    assertMessage(
        "Nack REPLY",
        new Message.Nack(S2, S1, number, Outbound.Kind.ACCEPT, new ProposalNumber(4, S2)));
    assertEquals("3.1 = X", proposal.toString());
  }

  private static void assertMessage(String kindAndLeg, Message message) {
    assertEquals(kindAndLeg, message.kind() + " " + message.leg());
    assertEquals(new ProposalNumber(3, S1), message.number());
  }

  @ParameterizedTest
  @EnumSource(Outbound.Kind.class)
  void onlyAPrepareOrAnAcceptIsRefusedAndOnlyForAHigherPromise(Outbound.Kind kind) {
    ProposalNumber number = new ProposalNumber(3, S2);
    ProposalNumber higher = new ProposalNumber(3, S3);
    if (kind == Outbound.Kind.PREPARE || kind == Outbound.Kind.ACCEPT) {
      assertEquals(higher, new Message.Nack(S1, S2, number, kind, higher).promised());
      assertEquals(
          "A promise of 3.2 is no reason to refuse 3.2.",
          refusal(() -> new Message.Nack(S1, S2, number, kind, number)));
    } else {
      assertEquals(
          "A " + kind + " cannot be refused.",
          refusal(() -> new Message.Nack(S1, S2, number, kind, higher)));
    }
  }

  private static String refusal(Executable executable) {
    return assertThrows(IllegalArgumentException.class, executable).getMessage();
  }
}
