//! The sheet that explains the columns of an exported workbook.

use crate::exchange::directory::Directory;
use crate::exchange::field::{CellForm, CellReference, LATE, SheetTarget};
use crate::exchange::sheet::{SheetCell, SheetTable};
use crate::exchange::words::{MARKINGS, NOT_ASSESSABLE, Words, YES};
use crate::organisation::value::Language;
use crate::text::{say, word};

/// For each sheet its columns, and what may stand in them.
pub fn legend(targets: &[SheetTarget], directory: &Directory, language: Language) -> SheetTable {
    let text = |sv, en| SheetCell::text(word(language, sv, en));
    let mut rows =
        vec![vec![text("Blad", "Sheet"), text("Kolumn", "Column"), text("Vad som kan stå", "What can stand there")]];
    for target in targets {
        for field in target.fields().iter().filter(|field| field.form != CellForm::Special || field.id == LATE) {
            let heading = word(language, field.sv, field.en);
            let mut says = match field.id {
                LATE => word(
                    language,
                    "”Ja” när åtgärden är försenad. Följer av datum och status och importeras inte.",
                    "“Yes” when the measure is overdue. Follows from date and status, and is not imported.",
                )
                .to_owned(),
                _ => form(field.form, directory, language),
            };
            if field.needed {
                says = say!(language; "{says} Behövs på varje rad.", "{says} Needed in every row.");
            }
            rows.push(vec![SheetCell::text(target.name(language)), SheetCell::text(heading), SheetCell::text(says)]);
        }
    }
    SheetTable::new(word(language, "Förklaring", "Legend"), rows)
}

/// What may stand in a cell of a form.
fn form(form: CellForm, directory: &Directory, language: Language) -> String {
    let fixed = match form {
        CellForm::Id => word(
            language,
            "Det som posten känns igen på när bladet importeras igen. Ändra det inte; lämna tomt för en ny post.",
            "What the item is known by when the sheet is imported again. Do not change it; leave empty for a new item.",
        ),
        CellForm::Plain | CellForm::Special => word(language, "Text.", "Text."),
        CellForm::Said => {
            word(language, "Text på svenska, eller på alla språk.", "Text in Swedish, or in every language.")
        }
        CellForm::SaidEn => {
            word(language, "Text på engelska, om den skiljer sig.", "Text in English, where it differs.")
        }
        CellForm::Whole => word(language, "Heltal, inte negativt.", "A whole number, not negative."),
        CellForm::Steps => word(language, "Heltal; negativt är nedåt.", "A whole number; negative is downwards."),
        CellForm::Number => word(language, "Tal.", "A number."),
        CellForm::Day => word(language, "Datum, ÅÅÅÅ-MM-DD.", "A date, YYYY-MM-DD."),
        CellForm::Yes => return words(YES, language),
        CellForm::Word(set) => return words(set, language),
        CellForm::Marking => {
            let words = words(MARKINGS, language);
            return say!(language; "{words} Sekretess skrivs secret: och lagrum, secret:18:13.",
                "{words} Confidentiality is written secret: and its ground, secret:18:13.");
        }
        CellForm::Plains | CellForm::Saids => {
            word(language, "Texter med semikolon emellan.", "Texts with semicolons between them.")
        }
        CellForm::One(of) => return pointer(of, false, language),
        CellForm::Many(of) => return pointer(of, true, language),
        CellForm::Likelihood => {
            let not = words(NOT_ASSESSABLE, language);
            let not = not.trim_end_matches('.');
            let scale = directory.scales.iter().find(|scale| Some(&scale.id) == directory.likelihood.as_ref());
            let levels = scale.map_or(0, |scale| scale.levels.len());
            return say!(language; "Nivå från 1 till {levels}, ett spann (2–3), nivåns namn, eller ”{not}”.",
                "A level from 1 to {levels}, a range (2–3), the level’s name, or “{not}”.");
        }
        CellForm::Level => word(
            language,
            "Nivå från 1, ett spann (2–3) eller nivåns namn. En kolumn per konsekvensskala.",
            "A level from 1, a range (2–3) or the level’s name. A column for each scale of consequence.",
        ),
    };
    fixed.to_owned()
}

fn words(set: Words, language: Language) -> String {
    let all: Vec<&str> = set.iter().map(|(_, sv, en, _)| word(language, sv, en)).collect();
    format!("{}.", all.join("; "))
}

fn pointer(of: CellReference, many: bool, language: Language) -> String {
    let what = match of {
        CellReference::Unit => word(language, "en enhet", "a unit"),
        CellReference::Person => word(language, "en person", "a person"),
        CellReference::Role => word(language, "en roll", "a role"),
        CellReference::Risk => word(language, "en risk", "a risk"),
        CellReference::Matrix => word(language, "en matris", "a matrix"),
        CellReference::Owner => word(language, "en enhet eller en person", "a unit or a person"),
    };
    let many = if many {
        word(language, " Flera skiljs åt med semikolon.", " Several are divided by semicolons.")
    } else {
        ""
    };
    say!(language; "Namn eller id på {what}; id inom hakparentes där namnet inte räcker.{many}",
        "The name or id of {what}; the id in brackets where the name is not enough.{many}")
}
