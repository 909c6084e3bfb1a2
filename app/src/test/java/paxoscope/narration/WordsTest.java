package paxoscope.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static paxoscope.narration.Lab.S1;
import static paxoscope.narration.Lab.S3;
import static paxoscope.narration.Lab.S5;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import paxoscope.protocol.Message;
import paxoscope.protocol.Outbound;
import paxoscope.protocol.Proposal;
import paxoscope.protocol.ProposalNumber;
import paxoscope.protocol.Timer;
import paxoscope.protocol.Value;

final class WordsTest {

  private static final ProposalNumber LOW = ProposalNumber.parse("3.1");
  private static final ProposalNumber HIGH = ProposalNumber.parse("4.5");
  private static final Proposal PROPOSAL = new Proposal(LOW, new Value("123"));

  @Test
  void arrows_say_what_a_message_says() {
    List<Outbound> items =
        List.of(
            new Message.Prepare(S1, S3, LOW),
            new Message.Promise(S3, S1, LOW, Optional.empty()),
            new Message.Promise(S3, S5, HIGH, Optional.of(PROPOSAL)),
            new Message.Accept(S1, S3, PROPOSAL),
            new Message.Accepted(S3, S1, LOW),
            new Message.Nack(S3, S1, LOW, Outbound.Kind.ACCEPT, HIGH),
            new Message.Commit(S1, S3, PROPOSAL),
            new Timer(Outbound.Kind.RETRY, S1, LOW, 1),
            new Timer(Outbound.Kind.TIME_OUT, S1, LOW, 1));

    assertEquals(
        List.of(
            "Prepare 3.1",
            "Promise 3.1, none",
            "Promise 4.5, accepted 3.1 = 123",
            "Accept 3.1 123",
            "Accepted 3.1",
            "Refused, promised 4.5",
            "Commit 123",
            "Retry",
            "Time-out"),
        items.stream().map(Words::arrow).toList());
  }

  @Test
  void a_short_word_is_shown_as_it_is() {
    assertEquals("Grüße-1", Words.value(new Value("Grüße-1")));
  }

  @Test
  void a_value_with_spaces_or_dots_is_quoted_so_that_it_does_not_look_like_the_sentence() {
    assertEquals("“it is chosen.”", Words.value(new Value("it is\n chosen.")));
  }

  @Test
  void a_talkativevalue_is_cut_between_characters_and_not_inside_one() {
    assertEquals("“" + "😀".repeat(15) + "…”", Words.value(new Value("😀".repeat(17))));
  }

  @Test
  void the_whole_message_has_the_whole_value() {
    Proposal talkative = new Proposal(LOW, new Value("a value of\nmany words"));

    assertEquals(
        List.of("Accept 3.1 “a value of many…”", "Accept 3.1 a value of\nmany words"),
        List.of(
            Words.arrow(new Message.Accept(S1, S3, talkative)),
            Words.whole(new Message.Accept(S1, S3, talkative))));
  }

  @Test
  void a_line_is_cut_where_its_room_ends() {
    assertEquals("a short value", Words.line("a short value", 13));
    assertEquals("one two", Words.line("one\n\ttwo", 13));
    assertEquals("abcdefg…", Words.line("abcdefghijkl", 8));
    assertEquals("😀😀😀…", Words.line("😀😀😀😀😀😀", 4));
  }
}
