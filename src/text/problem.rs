//! What is wrong with a file, in the words of the one who wrote it: what was found, what was expected.

use super::numbers::{and, bytes, integer};
use super::{say, word};
use crate::organisation::ListName;
use crate::organisation::problem::MatrixAdvice;
use crate::organisation::problem::{Expected, FilePlace, JsonKind, Problem, ProblemKind, Weight};
use crate::organisation::value::{Language, visible};

/// The whole problem on one line: `Rad 14, tecken 22: likelihood är texten ”hög” men ska vara …`.
pub fn line(problem: &Problem, language: Language) -> String {
    let (place, what) = (place(&problem.place, language), said(problem, language));
    format!("{place}: {what}")
}

/// Where in the file, for people: `Rad 14, tecken 22`.
pub fn place(place: &FilePlace, language: Language) -> String {
    let FilePlace { line, column, .. } = place;
    let (line, column) = (integer(*line as u64, language), integer(*column as u64, language));
    say!(language; "Rad {line}, tecken {column}", "Line {line}, column {column}")
}

/// What the problem means for the file, as a sentence.
pub fn consequence(weight: Weight, language: Language) -> &'static str {
    match weight {
        Weight::Fatal => word(language, "Filen kan inte öppnas.", "The file cannot be opened."),
        Weight::SetAside => word(
            language,
            "Posten är kvar i filen men räknas inte med.",
            "The item stays in the file but is not counted in the result.",
        ),
        Weight::Ignored => {
            word(language, "Posten räknas med, men inte den här uppgiften.", "The item takes part, but not this field.")
        }
        Weight::Advice => word(language, "Allt används som det står.", "Everything is used as it stands."),
    }
}

/// What is wrong, without the place.
pub fn said(problem: &Problem, language: Language) -> String {
    // Ids and keys are quoted as the file has them, whatever it has.
    visible(&sentence(problem, language))
}

#[allow(clippy::too_many_lines, reason = "one sentence for each kind, in the order they are declared")]
fn sentence(problem: &Problem, language: Language) -> String {
    let field = field(&problem.place.path, language);
    match &problem.kind {
        ProblemKind::TooLarge { limit } => {
            let limit = bytes(*limit as u64, language);
            say!(language; "filen är större än {limit}, som är det mesta sidan läser",
                "the file is larger than {limit}, the most this page reads")
        }
        ProblemKind::NotUtf8 { looks_like: Some(encoding) } => {
            say!(language; "filen är inte sparad som UTF-8; den ser ut att vara {encoding}",
                "the file is not saved as UTF-8; it seems to be {encoding}")
        }
        ProblemKind::NotUtf8 { looks_like: None } => {
            word(language, "filen är inte text sparad som UTF-8", "the file is not text saved as UTF-8").into()
        }
        ProblemKind::EndOfFile => {
            word(language, "filen tar slut mitt i något", "the file ends in the middle of something").into()
        }
        ProblemKind::NotAValue => word(
            language,
            "här ska ett värde stå: en text inom citattecken, ett tal, true, false, null, en lista eller ett objekt",
            "a value belongs here: a text in quotes, a number, true, false, null, a list or an object",
        )
        .into(),
        ProblemKind::NotAKey => word(
            language,
            "här ska ett fältnamn inom citattecken stå, eller }",
            "a field’s name in quotes belongs here, or }",
        )
        .into(),
        ProblemKind::NoColon => {
            word(language, "kolon saknas efter fältets namn", "a colon is missing after the field’s name").into()
        }
        ProblemKind::NoComma => word(
            language,
            "här ska ett kommatecken stå, eller slutet på listan eller objektet",
            "a comma belongs here, or the end of the list or object",
        )
        .into(),
        ProblemKind::BadNumber => word(
            language,
            "talet är inte skrivet så som JSON kräver: punkt som decimaltecken, inga inledande nollor, inga mellanslag",
            "the number is not written as JSON requires: a point for decimals, no leading zeros, no spaces",
        )
        .into(),
        ProblemKind::BadEscape => word(
            language,
            "omvänt snedstreck följs av något som JSON inte känner eller av ett halvt tecken; skriv \\\\ för ett omvänt \
             snedstreck",
            "the backslash is followed by something that JSON does not know, or by half a character; write \\\\ for a \
             backslash",
        )
        .into(),
        ProblemKind::ControlCharacter => word(
            language,
            "texten innehåller en radbrytning eller ett annat styrtecken; skriv \\n för radbrytning",
            "the text holds a line break or another control character; write \\n for a line break",
        )
        .into(),
        ProblemKind::TooDeep => {
            word(language, "för många listor och objekt inuti varandra", "too many lists and objects inside each other")
                .into()
        }
        ProblemKind::Trailing => {
            word(language, "något står efter filens slut", "something stands after the end of the file").into()
        }
        ProblemKind::OtherFormat { found, reads } => {
            say!(language; "filens format är {found}; den här sidan läser format {reads}",
                "the file says format {found}; this page reads format {reads}")
        }
        ProblemKind::NotExpected { found, shown, expected } => {
            let (found, expected) = (found_value(*found, shown, language), expected_value(expected, language));
            say!(language; "{field} är {found} men ska vara {expected}", "{field} is {found} but should be {expected}")
        }
        ProblemKind::Missing { field } => say!(language; "fältet {field} saknas", "the field {field} is missing"),
        ProblemKind::RepeatedKey { key } => {
            say!(language; "fältet {key} står två gånger i samma objekt", "the field {key} stands twice in one object")
        }
        ProblemKind::UnknownField { field } => {
            say!(language; "formatet känner inget fält {field}; det sparas som det är",
                "the format knows no field {field}; it is kept as it is")
        }
        ProblemKind::RuleShapes { found } if found.is_empty() => word(
            language,
            "regeln saknar uppgift om vad som ska kontrolleras; den ska ha en av formerna, till exempel holders",
            "the rule does not say what to check; it needs one of the shapes, such as holders",
        )
        .into(),
        ProblemKind::RuleShapes { found } => {
            let found = and(&found.iter().map(ToString::to_string).collect::<Vec<_>>(), language);
            say!(language; "regeln har flera former, {found}, men ska ha en",
                "the rule has several shapes, {found}, but must have one")
        }
        ProblemKind::DuplicateId { id, other_line } => {
            let line = integer(*other_line as u64, language);
            say!(language; "id {id} finns även på rad {line}; det som står där används, inte det här",
                "the id {id} is also on line {line}; what is there is used, and this is not")
        }
        ProblemKind::NotFound { id, list } => {
            let list = ListName::from_name(list).map_or(&**list, |list| super::words::list(list, language));
            say!(language; "{field} pekar på {id}, men det finns inte bland {list}",
                "{field} points to {id}, which is not among {list}")
        }
        ProblemKind::ParentCycle { units } => {
            let units = units.join(" → ");
            say!(language; "enheterna ligger under varandra i en ring: {units}",
                "the units lie under each other in a ring: {units}")
        }
        ProblemKind::ReportsToSelf { person } => {
            say!(language; "{person} rapporterar till sig själv", "{person} reports to themselves")
        }
        ProblemKind::EndsBeforeStart => word(language, "slutdatumet är före startdatumet (until, from)", "the end date is before the start date (until, from)").into(),
        ProblemKind::RangeReversed { low, high } => {
            say!(language; "{field}: intervallet [{low}, {high}] har sitt höga tal först",
                "{field}: the range [{low}, {high}] has its high end first")
        }
        ProblemKind::LevelOutside { level, scale, levels } => {
            say!(language; "{field} är nivå {level}, men skalan {scale} går från 1 till {levels}",
                "{field} is level {level}, but the scale {scale} goes from 1 to {levels}")
        }
        ProblemKind::NoSuchDimension { dimension, matrix } => {
            say!(language; "matrisen {matrix} har ingen dimension {dimension}",
                "the matrix {matrix} has no dimension {dimension}")
        }
        ProblemKind::GridRows { rows, expected } => {
            say!(language; "matrisen har {rows} rader men sannolikhetsskalan {expected} nivåer",
                "the matrix has {rows} rows but its likelihood scale {expected} levels")
        }
        ProblemKind::GridColumns { row, columns, expected } => {
            say!(language; "matrisens rad {row} har {columns} kolumner men konsekvensskalan {expected} nivåer",
                "row {row} of the matrix has {columns} columns but its consequence scale {expected} levels")
        }
        ProblemKind::GridClass { row, column, class, classes } => {
            let last = classes.saturating_sub(1);
            say!(language; "rutan på rad {row}, kolumn {column} pekar på klass {class}, men klasserna går från 0 till {last}",
                "the cell at row {row}, column {column} points to class {class}, but the classes go from 0 to {last}")
        }
        ProblemKind::UnlikeScales { scale, levels, expected } => {
            say!(language; "skalan {scale} har {levels} nivåer men den första konsekvensskalan {expected}",
                "the scale {scale} has {levels} levels but the first consequence scale {expected}")
        }
        ProblemKind::EmptyMatrix => word(
            language,
            "matrisen saknar klasser, dimensioner eller nivåer",
            "the matrix has no classes, no dimensions or no levels",
        )
        .into(),
        ProblemKind::AtLeastOverAtMost { at_least, at_most } => {
            say!(language; "regeln kräver minst {at_least} men tillåter högst {at_most}",
                "the rule requires at least {at_least} but allows at most {at_most}")
        }
        ProblemKind::SaysNobody { name } => {
            say!(language;
                "namnet ”{name}” tyder på att ingen är utsedd, men uppdrag som personen har räknas som tillsatta",
                "the name “{name}” suggests that nobody has been appointed, but posts held by this person count as filled")
        }
        ProblemKind::Matrix(advice) => matrix(advice, language),
    }
}

/// What a matrix might be better for.
fn matrix(advice: &MatrixAdvice, language: Language) -> String {
    super::risk::advice(advice, language)
}

/// The last named step of a path: the field it is about.
fn field(path: &str, language: Language) -> &str {
    let name = path.rsplit('.').next().unwrap_or(path);
    if name == "$" { word(language, "filen", "the file") } else { name }
}

/// A value as it was found.
fn found_value(found: JsonKind, shown: &str, language: Language) -> String {
    match found {
        JsonKind::Text => {
            let text = shown.trim_matches('"');
            say!(language; "texten ”{text}”", "the text “{text}”")
        }
        JsonKind::Number => say!(language; "talet {shown}", "the number {shown}"),
        JsonKind::Boolean => shown.to_owned(),
        JsonKind::Null => "null".to_owned(),
        JsonKind::Object => word(language, "ett objekt", "an object").to_owned(),
        JsonKind::List => word(language, "en lista", "a list").to_owned(),
    }
}

/// A value as it should have been.
fn expected_value(expected: &Expected, language: Language) -> String {
    match expected {
        Expected::Text => word(language, "en text som inte är tom", "a text that is not empty").into(),
        Expected::TextOrLanguages => word(
            language,
            "en text, eller en text per språk: {\"sv\": …, \"en\": …}",
            "a text, or a text per language: {\"sv\": …, \"en\": …}",
        )
        .into(),
        Expected::Number => word(language, "ett tal", "a number").into(),
        Expected::Whole { from: 0, .. } => {
            word(language, "ett heltal som inte är negativt", "a whole number, not negative").into()
        }
        Expected::Whole { .. } => word(language, "ett heltal", "a whole number").into(),
        Expected::Boolean => word(language, "true eller false", "true or false").into(),
        Expected::Date => {
            word(language, "en dag som finns, skriven ÅÅÅÅ-MM-DD", "a day that exists, written YYYY-MM-DD").into()
        }
        Expected::OneOf(choices) => {
            let choices = choices.join(", ");
            say!(language; "något av orden {choices}", "one of the words {choices}")
        }
        Expected::LevelOrRange => word(
            language,
            "en nivå (heltal) eller ett intervall [låg, hög]",
            "a level (whole number) or a range [low, high]",
        )
        .into(),
        Expected::List => word(language, "en lista", "a list").into(),
        Expected::Object => word(language, "ett objekt", "an object").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    fn problem(path: &str, kind: ProblemKind) -> Problem {
        Problem { place: FilePlace { offset: 0, line: 14, column: 22, path: path.into() }, kind }
    }

    #[test]
    fn a_wrong_value_says_what_it_is_and_what_it_should_be() {
        let kind =
            ProblemKind::NotExpected { found: JsonKind::Text, shown: "hög".into(), expected: Expected::LevelOrRange };
        let problem = problem("$.risks[3].likelihood", kind);
        assert_eq!(
            line(&problem, Swedish),
            "Rad 14, tecken 22: likelihood är texten ”hög” men ska vara en nivå (heltal) eller ett intervall [låg, hög]"
        );
        assert_eq!(
            line(&problem, English),
            "Line 14, column 22: likelihood is the text “hög” but should be a level (whole number) or a range [low, high]"
        );
    }

    #[test]
    fn a_reference_that_leads_nowhere_names_its_list() {
        let kind = ProblemKind::NotFound { id: "p9".into(), list: "people".into() };
        let said = said(&problem("$.assignments[0].person", kind), Swedish);
        assert_eq!(said, "person pekar på p9, men det finns inte bland personer");
    }

    #[test]
    fn a_rule_without_a_shape_differs_from_one_with_two() {
        let shapes = |found: Vec<std::borrow::Cow<'static, str>>| {
            said(&problem("$.rules[0]", ProblemKind::RuleShapes { found }), English)
        };
        assert!(shapes(vec![]).contains("does not say what to check"));
        assert!(shapes(vec!["holders".into(), "load".into()]).contains("holders and load"));
    }
}
