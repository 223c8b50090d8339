//! A file opened as far as risks go, for the tests of this room.

use super::change::Side;
use super::{Methods, assess};
use crate::organisation::problem::Problem;
use crate::organisation::{Index, check, read};

/// Opens a file and looks at its risks, and at all that is wrong with it.
pub(super) fn open<T>(text: &str, see: impl FnOnce(Side<'_>, &[Problem]) -> T) -> T {
    let (mut organisation, mut problems) = read(text, &mut |_| ()).expect("a file of format 1");
    let index = Index::new(&mut organisation, text, &mut problems);
    check(&organisation, &index, text, &mut problems);
    let methods = Methods::new(&organisation, text, &mut problems);
    let register = assess(&organisation, &methods, text, &mut problems);
    see(Side { organisation: &organisation, methods: &methods, register: &register }, &problems.list)
}
