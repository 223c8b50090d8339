//! A file opened as far as risks go, for the tests of this room.

use super::change::MethodSide;
use super::{Methods, assess};
use crate::organisation::problem::Problems;
use crate::organisation::read;

/// Opens a file and looks at its risks.
pub(super) fn open<T>(text: &str, see: impl FnOnce(MethodSide<'_>) -> T) -> T {
    let (organisation, _) = read(text, &mut |_| ()).expect("a file of format 1");
    let mut problems = Problems::default();
    let methods = Methods::new(&organisation, text, &mut problems);
    let register = assess(&organisation, &methods, text, &mut problems);
    see(MethodSide { organisation: &organisation, methods: &methods, register: &register })
}
