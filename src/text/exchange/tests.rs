//! Words of sheets and words of the page are the same; what is told reads as a sentence.

use super::*;
use crate::exchange::words as sheet_words;
use crate::organisation::risk::{Capability, MeasureStatus, RiskStatus, Treatment, Uncertainty};
use crate::organisation::unit::UnitKind;
use crate::text::words;
use Language::{English, Swedish};

#[test]
fn sheets_use_the_words_of_the_page() {
    let said = sheet_words::said;
    for language in [Swedish, English] {
        for kind in UnitKind::ALL {
            assert_eq!(said(sheet_words::KINDS, kind.word(), language), words::unit_kind(*kind).one(language));
        }
        for one in Uncertainty::ALL {
            assert_eq!(said(sheet_words::UNCERTAINTIES, one.word(), language), words::uncertainty(*one, language));
        }
        for one in Treatment::ALL {
            assert_eq!(said(sheet_words::TREATMENTS, one.word(), language), words::treatment(*one, language));
        }
        for one in RiskStatus::ALL {
            assert_eq!(said(sheet_words::RISK_STATUSES, one.word(), language), words::risk_status(*one, language));
        }
        for one in Capability::ALL {
            assert_eq!(said(sheet_words::CAPABILITIES, one.word(), language), words::capability(*one, language));
        }
        for one in MeasureStatus::ALL {
            assert_eq!(
                said(sheet_words::MEASURE_STATUSES, one.word(), language),
                words::measure_status(*one, language)
            );
        }
        for (id, ..) in sheet_words::ROLES {
            let role = words::built_in_role(id, None).expect("a built-in role");
            assert_eq!(said(sheet_words::ROLES, id, language), role.one(language));
        }
    }
}

#[test]
fn a_note_says_what_stood_there_and_what_follows() {
    let at = SheetSpot { sheet: 0, row: 11, column: Some(2) };
    let number = Note { at, found: "många".into(), what: NoteKind::NotWhole };
    let said = |language| note(&number, SheetTarget::Units, &Directory::default(), language);
    assert_eq!(said(Swedish), "”många” är inget heltal som kan stå här och används inte.");
    assert_eq!(said(English), "“många” is not a whole number that can stand here and is not used.");
    assert_eq!(spot(at, Swedish), "C12");
    assert_eq!(spot(SheetSpot { column: None, ..at }, English), "row 12");
}

#[test]
fn a_refusal_says_what_to_do() {
    assert!(refusal(Refusal::Protected, Swedish).contains("Ta bort lösenordet"));
    assert!(refusal(Refusal::Bomb { limit: 768 << 20 }, English).starts_with("The file grows"));
}

#[test]
fn the_legend_explains_every_column_that_is_exported() {
    let legend = legend(&[SheetTarget::Units], &Directory::default(), Swedish);
    assert_eq!(legend.name, "Förklaring");
    assert!(legend.rows.iter().any(|row| row[1] == SheetCell::Text("Anställda".into())));
}
