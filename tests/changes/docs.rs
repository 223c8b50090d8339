//! The example of `docs/changes.md` is what the program makes.

use ombud::travel::{self, ChangeFile};
use ombud::verdict::{File, sha256};

const DOCS: &str = include_str!("../../docs/changes.md");

fn change(old: &str, new: &str) -> ChangeFile {
    let [before, after] = [old, new].map(|text| File::read(text, &mut |_| ()).unwrap());
    travel::diff(&before.organisation, &sha256(old.as_bytes()), &after.organisation, Some("Karin Ek"))
}

#[test]
fn the_example_of_the_documentation_is_what_diff_prints() {
    let blocks: Vec<&str> = DOCS.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let [old, new, changes] = blocks[..] else { panic!("three blocks of JSON: {}", blocks.len()) };
    assert_eq!(travel::write(&change(old, new)), changes);
    assert_eq!(travel::read(changes), Ok(change(old, new)));
}
