//! The cell that is pointed at or has the focus: which it is, and what there is to say of it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::engine::lens::{CellFilter, Window};
use crate::engine::request::AskCells;
use crate::engine::view::CellRow;
use crate::page::route::Route;
use crate::page::session::Session;

/// The cell at hand. A handle: its copies are the same.
#[derive(Clone, Copy)]
pub(super) struct PointedCell {
    /// Where the cell is asked about.
    pub(super) session: Session,
    rule: Memo<Option<String>>,
    /// Which cell it is.
    pub(super) cell: RwSignal<Option<i32>>,
    /// What there is to say of it, once that has come.
    row: RwSignal<Option<CellRow>>,
}

impl PointedCell {
    /// Asks about whichever cell is at hand, never about two at a time.
    pub(super) fn new(rule: Memo<Option<String>>) -> Self {
        let named = Self { session: Session::current(), rule, cell: RwSignal::new(None), row: RwSignal::new(None) };
        let question = Memo::new(move |_| named.cell.get().map(|cell| named.request(cell)));
        let asking = StoredValue::new(false);
        Effect::new(move || {
            if question.get().is_none() {
                named.row.set(None);
            } else if !asking.get_value() {
                asking.set_value(true);
                spawn_local(async move {
                    let mut asked = None;
                    while let Some(Some(next)) = question.try_get_untracked().filter(|next| *next != asked) {
                        asked = Some(next.clone());
                        let row = named.session.ask(next).await.and_then(|page| page.rows.into_iter().next());
                        let _ = named.row.try_set(row);
                    }
                    let _ = asking.try_update_value(|asking| *asking = false);
                });
            }
        });
        named
    }

    fn request(self, cell: i32) -> AskCells {
        AskCells {
            lens: self.session.lens(),
            rule: self.rule.get(),
            filter: CellFilter::All,
            window: Window { from: cell.unsigned_abs(), count: 1 },
        }
    }

    /// What there is to say of the cell at hand.
    pub(super) fn row(self) -> Option<CellRow> {
        let cell = self.cell.get()?.unsigned_abs();
        self.row.get().filter(|row| row.at == cell)
    }

    /// Goes to the page of a cell's workplace.
    pub(super) fn open(self, cell: i32) {
        let request = untrack(|| self.request(cell));
        spawn_local(async move {
            let page = self.session.ask(request).await;
            if let Some(row) = page.and_then(|page| page.rows.into_iter().next()) {
                self.session.go(Route::Unit { id: row.unit.id });
            }
        });
    }
}
