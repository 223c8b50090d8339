//! Change files brought into a file, field by field.
//!
//! Each change file says by itself what it wishes of the file as it stands (`wishes`), one that began from an extract
//! only of what that extract holds (`seen`); what it adds gets its ids first (`added`). Then what they all wish of
//! one field is held together (`settle`), so that their order cannot matter.

mod added;
mod forced;
mod held;
mod known;
mod locate;
mod order;
mod origin;
mod part;
mod seen;
mod settle;
mod told;
mod wish;
mod wishes;

pub(super) use self::forced::Forced;
pub use self::told::{ChangePlace, ChangesRefused, Merged, Refusal, ToldChange, ToldConflict, ToldRefusal};

use self::added::Additions;
use self::known::Known;
use self::seen::Seen;
use self::settle::settle;
use self::wishes::wishes;
use super::change_file::ChangeFile;
use super::content::Content;
use super::refs::Renames;
use super::written::write;
use crate::organisation::sort;
use crate::verdict::File;

/// Brings change files into a file whose bytes have this SHA-256. One that cannot be is told with its place among them,
/// and nothing is brought in.
pub fn merge(file: &File<'_>, sha256: &str, changes: &[ChangeFile]) -> Result<Merged, (usize, ChangesRefused)> {
    let content = Content::of(&file.organisation);
    let known = Known::new(&content);
    let mut seen = Vec::with_capacity(changes.len());
    for (place, change) in changes.iter().enumerate() {
        let of = |change| {
            let seen = Seen::of(file, sha256, change)?;
            origin::check(file, sha256, &known, seen.as_ref(), change)?;
            Ok(seen)
        };
        seen.push(of(change).map_err(|refused| (place, refused))?);
    }
    let seen = seen.iter().map(Option::as_ref);
    Ok(bring_in(&content, &known, changes.iter().zip(seen).collect(), &Forced::default()))
}

/// Brings in parts of a change file.
pub(super) type BringPart<'b> = &'b dyn Fn(&ChangeFile, &Forced) -> Merged;

/// Lets parts of one change file be brought into a file, each by itself and together with what of it is taken whatever
/// the file says by now.
pub(super) fn in_parts<T>(
    file: &File<'_>,
    sha256: &str,
    change: &ChangeFile,
    each: impl FnOnce(BringPart<'_>) -> T,
) -> Result<T, ChangesRefused> {
    let content = Content::of(&file.organisation);
    let known = Known::new(&content);
    let seen = Seen::of(file, sha256, change)?;
    origin::check(file, sha256, &known, seen.as_ref(), change)?;
    Ok(each(&|part, forced| bring_in(&content, &known, vec![(part, seen.as_ref())], forced)))
}

/// Brings change files in, each with what it may see of the file.
fn bring_in(
    content: &Content,
    known: &Known<'_>,
    mut files: Vec<(&ChangeFile, Option<&Seen>)>,
    forced: &Forced,
) -> Merged {
    // By what they say, so that the order in which they are given tells nothing.
    sort::by_cached_key(&mut files, |(change, _)| write(change));
    files.dedup_by(|a, b| a.0 == b.0);
    let mut additions = Additions::default();
    let (mut all, mut orders) = (Vec::new(), Vec::new());
    let mut last = Renames::default();
    for (change, seen) in files {
        let from = all.len();
        let renames = additions.take(known, seen, change, &mut all);
        wishes(known, seen, change, &renames, &mut all);
        forced.carry_out(known, seen, &mut all[from..]);
        if let Some(seen) = seen {
            seen.check(content, &mut all[from..]);
        }
        orders.extend(change.order.iter().map(|order| order::renamed(order, &renames)));
        last = renames;
    }
    Merged { renames: last, ..settle(known, all, additions, &orders) }
}
