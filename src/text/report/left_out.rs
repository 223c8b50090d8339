//! What was left out, how much and on what ground; never what it was.

use super::super::numbers::{and, capital};
use super::super::words::{self, Noun};
use super::super::{extract, say, word};
use crate::disclosure::WithheldBecause;
use crate::organisation::value::Language;
use crate::organisation::{ListName, sort};
use crate::report::ItemsLeftOut;

/// A sentence per ground.
pub(super) fn sentences(left_out: &[ItemsLeftOut], language: Language) -> Vec<String> {
    let mut grounds: Vec<&WithheldBecause> = left_out.iter().map(|row| &row.ground).collect();
    sort::all(&mut grounds);
    grounds.dedup();
    let sentence = |ground: &WithheldBecause| {
        let rows = left_out.iter().filter(|row| row.ground == *ground);
        let counted: Vec<String> = rows.map(|row| noun(&row.list).count(row.count, language)).collect();
        let counted = and(&counted, language);
        match ground {
            WithheldBecause::Internal => say!(language; "Internt: {counted}.", "Internal: {counted}."),
            WithheldBecause::Secret(None) => say!(language; "Sekretess: {counted}.", "Confidential: {counted}."),
            WithheldBecause::Secret(Some(act)) => {
                let act = words::section(act, language);
                say!(language; "Sekretess enligt {act}: {counted}.", "Confidential under {act}: {counted}.")
            }
            WithheldBecause::Never => {
                let never = word(language, "Lämnar aldrig filen", "Never leaves the file");
                format!("{never}: {counted}.")
            }
            other => format!("{}: {counted}.", capital(&extract::ground(other, language))),
        }
    };
    grounds.into_iter().map(sentence).collect()
}

/// What the items of a list are called, those of [`crate::report::ITEMS`] too.
fn noun(list: &str) -> Noun {
    match ListName::from_name(list) {
        Some(ListName::Functions) => words::FUNCTION,
        Some(ListName::Dependencies) => words::DEPENDENCY,
        Some(list) => words::of_list(list),
        None => Noun::new(false, ["post", "poster", "posten"], ["item", "items"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn a_ground_stands_once_with_all_that_was_left_out_on_it() {
        let secret = || WithheldBecause::Secret(Some("18:13".into()));
        let row = |list: &str, ground, count| ItemsLeftOut { list: list.into(), ground, count };
        let left_out =
            [row("measures", secret(), 1), row("risks", WithheldBecause::Internal, 3), row("risks", secret(), 2)];
        assert_eq!(
            sentences(&left_out, Swedish),
            ["Internt: tre risker.", "Sekretess enligt 18 kap. 13 § OSL: en åtgärd och två risker."]
        );
        assert_eq!(
            sentences(&left_out, English),
            [
                "Internal: three risks.",
                "Confidential under chapter 18, section 13 of the Public Access to Information and Secrecy Act: one measure and two risks."
            ]
        );
    }
}
