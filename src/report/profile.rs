//! The headings of a report, and which of them apply on a day.

use std::sync::LazyLock;

use crate::organisation::report::Profile;
use crate::organisation::value::Date;
use crate::organisation::{Organisation, read, sort};

/// The headings of MSBFS 2015:5, which MCFFS 2026:9 has taken the place of. On which day of that year it did is not
/// known here, so they are said to apply for as long as is certain.
static BUILT_IN: LazyLock<Organisation<'static>> = LazyLock::new(|| {
    read(include_str!("msbfs_2015_5.json"), &mut |_| ()).map(|(organisation, _)| organisation).unwrap_or_default()
});

/// The profile that every file has.
///
/// # Panics
/// Never: its file is part of the program, and a test reads it.
pub fn built_in() -> &'static Profile<'static> {
    BUILT_IN.profiles.first().expect("the built-in profile is readable")
}

/// Whether the headings apply on a day.
pub fn applies(profile: &Profile<'_>, on: Date) -> bool {
    profile.valid_from.is_none_or(|from| from <= on) && profile.valid_until.is_none_or(|until| on <= until)
}

/// The profile with this id, else the one that applies on the day: of the municipality's own the one that began to apply
/// last, else the built-in one, also where that no longer applies.
pub fn choose<'p>(own: &'p [Profile<'p>], id: Option<&str>, on: Date) -> &'p Profile<'p> {
    let named = id.and_then(|id| own.iter().find(|profile| *profile.id == *id));
    if let Some(named) = named {
        return named;
    }
    if id == Some(&*built_in().id) {
        return built_in();
    }
    let mut valid: Vec<&Profile<'_>> = own.iter().filter(|profile| applies(profile, on)).collect();
    sort::by(&mut valid, |a, b| b.valid_from.cmp(&a.valid_from).then_with(|| a.id.cmp(&b.id)));
    valid.first().copied().unwrap_or(built_in())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::report::Content;

    fn own(profiles: &str) -> Organisation<'_> {
        read(profiles, &mut |_| ()).expect("a file").0
    }

    fn chosen(profiles: &str, id: Option<&str>, on: &str) -> String {
        let file = own(profiles);
        choose(&file.profiles, id, on.parse().expect("a day")).id.to_string()
    }

    const TWO: &str = r#"{"format": 1, "profiles": [
        {"id": "a", "name": "A", "headings": [{"title": "T", "contents": []}], "valid_from": "2024-01-01", "valid_until": "2026-06-30"},
        {"id": "b", "name": "B", "headings": [{"title": "T", "contents": []}], "valid_from": "2026-01-01"}]}"#;

    #[test]
    fn the_built_in_profile_has_the_seven_headings_and_every_content_once() {
        let headings = &built_in().headings;
        assert_eq!(headings.len(), 7);
        let mut contents: Vec<Content> = headings.iter().flat_map(|heading| heading.contents.clone()).collect();
        contents.sort_unstable();
        assert_eq!(
            contents,
            Content::ALL.iter().copied().collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
        );
    }

    #[test]
    fn the_one_that_applies_on_the_day_is_chosen() {
        assert_eq!(chosen(TWO, None, "2025-05-05"), "a");
        assert_eq!(chosen(TWO, None, "2026-11-22"), "b");
    }

    #[test]
    fn of_two_that_apply_the_one_that_began_last_is_chosen() {
        assert_eq!(chosen(TWO, None, "2026-03-01"), "b");
    }

    #[test]
    fn where_none_applies_the_built_in_one_is_there_all_the_same() {
        assert_eq!(chosen(TWO, None, "2020-01-01"), "msbfs-2015-5");
        assert_eq!(chosen(r#"{"format": 1}"#, None, "2026-11-22"), "msbfs-2015-5");
        assert!(!applies(built_in(), "2026-11-22".parse().expect("a day")));
    }

    #[test]
    fn another_can_be_chosen_and_one_that_is_not_there_is_as_none() {
        assert_eq!(chosen(TWO, Some("a"), "2026-11-22"), "a");
        assert_eq!(chosen(TWO, Some("msbfs-2015-5"), "2026-11-22"), "msbfs-2015-5");
        assert_eq!(chosen(TWO, Some("gone"), "2026-11-22"), "b");
    }
}
