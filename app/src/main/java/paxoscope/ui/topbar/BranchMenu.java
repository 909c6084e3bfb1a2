package paxoscope.ui.topbar;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import paxoscope.ui.model.Continuation;
import paxoscope.ui.model.RunDesk;

/** The runs that were left for another future; a click shows one again where it was left. */
final class BranchMenu {

  private final Menu menu;
  private final Continuation continuation;
  private final RunDesk runs;

  BranchMenu(Menu menu, Continuation continuation, RunDesk runs) {
    this.menu = menu;
    this.continuation = continuation;
    this.runs = runs;
  }

  void bind() {
    continuation.branches().addListener((ListChangeListener<Continuation.Branch>) _ -> list());
    list();
  }

  private void list() {
    menu.getItems().clear();
    for (Continuation.Branch branch : continuation.branches()) {
      MenuItem item = new MenuItem(branch.run().name());
      item.setOnAction(_ -> runs.show(branch.run(), branch.leftAt()));
      menu.getItems().add(item);
    }
    menu.setDisable(menu.getItems().isEmpty());
  }
}
