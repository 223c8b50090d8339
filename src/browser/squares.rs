//! Going through a list of squares with the arrow keys: one of them is on the way of Tab, the one last visited.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Where to go from a square.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SquareMove {
    /// The next square.
    Next,
    /// The square before.
    Before,
    /// The square in the row below.
    Below,
    /// The square in the row above.
    Above,
    /// The first of the list.
    First,
    /// The last of the list.
    Last,
}

/// Moves the focus within the list that an event comes from; says whether there was anywhere to go.
pub fn go(event: &Event, step: SquareMove) -> bool {
    let here = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    here.and_then(|here| moved(&here, step)).is_some()
}

fn moved(here: &HtmlElement, step: SquareMove) -> Option<()> {
    let list = here.closest("ul").ok()??;
    let squares: Vec<HtmlElement> = (0..list.children().length())
        .filter_map(|at| list.children().item(at).as_ref().and_then(Element::first_element_child))
        .filter_map(|square| square.dyn_into().ok())
        .collect();
    let at = squares.iter().position(|square| square == here)?;
    let place = |square: &HtmlElement| square.get_bounding_client_rect();
    let (top, left) = (place(here).top(), place(here).left());
    // Squares of one column are at the same distance from the left, to within a rounding.
    let same_column = |square: &&HtmlElement| (place(square).left() - left).abs() < 1.0;
    let there = match step {
        SquareMove::Next => squares.get(at + 1),
        SquareMove::Before => at.checked_sub(1).and_then(|at| squares.get(at)),
        SquareMove::Below => squares.iter().skip(at + 1).filter(same_column).find(|square| place(square).top() > top),
        SquareMove::Above => squares.iter().take(at).rev().filter(same_column).find(|square| place(square).top() < top),
        SquareMove::First => squares.first(),
        SquareMove::Last => squares.last(),
    }?;
    here.set_tab_index(-1);
    there.set_tab_index(0);
    there.focus().ok()
}
