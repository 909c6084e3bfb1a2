package paxoscope.narration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EveryKindOfStepTest {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("paxoscope.narration.Narration");
  private static final int LONGEST_HEADLINE = 92;
  private static final int LONGEST_DETAIL = 136;

  @ParameterizedTest
  @EnumSource
  void is_recognized_in_a_run_and_told_in_sentences(StepKind kind) {
    Lab lab = Examples.of(kind);

    assertEquals(kind, lab.kind());
    Narration told = lab.narrate();
    assertIsSentence(told.headline(), LONGEST_HEADLINE);
    assertIsSentence(told.detail(), LONGEST_DETAIL);
    assertIsSentence(told.ruleText(), 160);
    assertFalse(told.ruleName().isBlank());
    assertTrue(told.evidence() <= lab.trace.size(), told.toString());
    assertFalse(lab.console().contains("?"), lab.console());
    assertFalse(lab.console().isBlank());
  }

  private static void assertIsSentence(String text, int longest) {
    assertTrue(text.endsWith("."), text);
    assertTrue(Character.isUpperCase(text.charAt(0)) || Character.isDigit(text.charAt(0)), text);
    assertFalse(text.contains("?") || text.contains("{") || text.contains("  "), text);
    assertTrue(text.length() <= longest, () -> text.length() + " characters: " + text);
  }

  @Test
  void no_two_kinds_share_a_text() {
    Map<String, StepKind> texts = new HashMap<>();
    for (StepKind kind : StepKind.values()) {
      for (String key : new String[] {kind.headlineKey(), kind.detailKey(), kind.consoleKey()}) {
        String text = BUNDLE.getString(key);
        if (!text.equals("{inner}") && !text.equals("{note}")) {
          assertEquals(null, texts.put(text, kind), () -> "told twice: " + text);
        }
      }
    }
  }

  @Test
  void what_is_told_of_the_examples_is_different_too() {
    Set<String> headlines = new TreeSet<>();
    for (StepKind kind : StepKind.values()) {
      String headline = Examples.of(kind).narrate().headline();
      assertTrue(headlines.add(headline), () -> kind + " says as well: " + headline);
    }
  }

  @Test
  void the_bundle_has_all_the_texts_that_are_used_and_no_others() {
    Set<String> used = new TreeSet<>();
    for (StepKind kind : StepKind.values()) {
      used.addAll(Set.of(kind.headlineKey(), kind.detailKey(), kind.consoleKey()));
    }
    for (PaxosRule rule : PaxosRule.values()) {
      used.addAll(Set.of(rule.nameKey(), rule.textKey()));
    }
    for (Phrase phrase : Phrase.values()) {
      used.add(phrase.key());
    }

    assertEquals(used, new TreeSet<>(BUNDLE.keySet()));
  }

  @Test
  void every_rule_explains_some_kind_of_step() {
    Set<PaxosRule> explaining = EnumSet.noneOf(PaxosRule.class);
    for (StepKind kind : StepKind.values()) {
      explaining.add(kind.rule());
    }

    assertEquals(EnumSet.allOf(PaxosRule.class), explaining);
  }
}
