//! Imports and exports: what was not imported and why, what has to be answered, and what columns hold.

mod cells;
mod legend;

pub use self::legend::legend;

use super::numbers::{bytes, date, integer};
use super::words::unit_kind;
use super::{say, word};
use crate::engine::view::FindingRow;
use crate::exchange::directory::Directory;
use crate::exchange::field::{CellReference, SheetTarget};
use crate::exchange::import::{Doubt, ImportQuestion, MOST_NOTES, Note, NoteKind, SheetSpot};
use crate::exchange::read::{
    Encoding, FileKind, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, Refusal, Separator, TextFormat,
};
use crate::exchange::sheet::{SheetCell, SheetTable};
use crate::organisation::value::{Date, Language, visible};

/// What the rows of a sheet are: `Enheter`.
pub fn target(target: SheetTarget, language: Language) -> &'static str {
    target.name(language)
}

/// What a target is for, in a sentence.
pub const fn about_target(target: SheetTarget, language: Language) -> &'static str {
    match target {
        SheetTarget::Workplaces => word(
            language,
            "En rad per arbetsplats, med förvaltning och vem som är chef, ombud, ersättare och samordnare. Ger enheter, personer och uppdrag på en gång.",
            "A row for each workplace, with its department and who is head, representative, substitute and coordinator. Gives units, people and posts in one go.",
        ),
        SheetTarget::Departments => word(
            language,
            "En rad per förvaltning eller bolag, med vem som är chef, samordnare och ersättare. Ger enheter, personer och uppdrag på en gång.",
            "A row for each department or company, with who is head, coordinator and substitute. Gives units, people and posts in one go.",
        ),
        SheetTarget::Units => word(language, "En rad per enhet.", "A row for each unit."),
        SheetTarget::People => word(language, "En rad per person.", "A row for each person."),
        SheetTarget::Posts => word(
            language,
            "En rad per uppdrag: vem som har vilken roll var. En rad utan person är ett vakant uppdrag.",
            "A row for each post: who holds which role where. A row without a person is a vacant post.",
        ),
        SheetTarget::Risks => word(language, "En rad per risk.", "A row for each risk."),
        SheetTarget::Measures => word(language, "En rad per åtgärd.", "A row for each measure."),
    }
}

/// The heading of a field, by its id.
pub fn field(target: SheetTarget, id: &str, directory: &Directory, language: Language) -> String {
    target.column(id).map_or_else(|| id.to_owned(), |column| column.heading(directory, language))
}

/// What kind of file was opened, and how it is written.
pub fn kind(kind: FileKind, language: Language) -> String {
    match kind {
        FileKind::Csv(text) => format!("CSV ({})", written(text, language)),
        FileKind::Xlsx => word(language, "Excelarbetsbok (XLSX)", "Excel workbook (XLSX)").into(),
        FileKind::Entra(text) => {
            let text = written(text, language);
            say!(language; "användarlista från Entra ({text})", "list of users from Entra ({text})")
        }
        FileKind::Microsoft365(text) => {
            let text = written(text, language);
            say!(language; "användarlista från Microsoft 365 ({text})", "list of users from Microsoft 365 ({text})")
        }
        FileKind::Graph => {
            word(language, "användare från Microsoft Graph (JSON)", "users from Microsoft Graph (JSON)").into()
        }
        FileKind::Os2 => word(language, "OS2rollekatalog (JSON)", "OS2rollekatalog (JSON)").into(),
        FileKind::Ciso(text) => {
            let text = written(text, language);
            say!(language; "riskregister från CISO Assistant ({text})", "risk register from CISO Assistant ({text})")
        }
    }
}

fn written(text: TextFormat, language: Language) -> String {
    format!("{}, {}", encoding(text.encoding, language), separator(text.separator, language))
}

/// What an encoding is called.
pub const fn encoding(encoding: Encoding, language: Language) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf8Mark => word(language, "UTF-8 med BOM", "UTF-8 with BOM"),
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::MacRoman => "Mac Roman",
        Encoding::Dos850 => word(language, "DOS (teckentabell 850)", "DOS (code page 850)"),
        Encoding::Utf8Twice => word(language, "UTF-8, kodad två gånger", "UTF-8, encoded twice"),
    }
}

/// What stands between fields, in words.
pub fn separator(separator: Separator, language: Language) -> String {
    match separator {
        Separator::Semicolon => word(language, "semikolon mellan fälten", "semicolons between fields").into(),
        Separator::Comma => word(language, "komma mellan fälten", "commas between fields").into(),
        Separator::Tab => word(language, "tabb mellan fälten", "tabs between fields").into(),
        Separator::Pipe => word(language, "lodstreck mellan fälten", "vertical bars between fields").into(),
        Separator::Other(letter) => say!(language; "{letter} mellan fälten", "{letter} between fields"),
    }
}

/// Why a file is not opened, and what to do about it.
pub fn refusal(refusal: Refusal, language: Language) -> String {
    let said = match refusal {
        Refusal::Empty => word(language, "Filen är tom.", "The file is empty."),
        Refusal::TooLarge { limit } => {
            let limit = bytes(limit, language);
            return say!(language; "Filen är större än {limit}, som är det mesta som läses. Dela upp den.",
                "The file is larger than {limit}, the most that is read. Divide it.");
        }
        Refusal::OldExcel => word(
            language,
            "Filen är en arbetsbok från Excel 97–2003 (.xls). Öppna den i Excel och spara den som .xlsx.",
            "The file is a workbook of Excel 97–2003 (.xls). Open it in Excel and save it as .xlsx.",
        ),
        Refusal::Protected => word(
            language,
            "Filen är skyddad med lösenord. Ta bort lösenordet i Excel och spara den på nytt.",
            "The file is protected by a password. Remove the password in Excel and save it again.",
        ),
        Refusal::NotAWorkbook => word(
            language,
            "Filen är ingen arbetsbok. Det går att läsa .xlsx, .csv och .json.",
            "The file is no workbook. Files that can be read are .xlsx, .csv and .json.",
        ),
        Refusal::OtherWorkbook => word(
            language,
            "Filen är en arbetsbok av en typ som inte läses. Spara den som .xlsx.",
            "The file is a workbook of a type that is not read. Save it as .xlsx.",
        ),
        Refusal::Bomb { limit } => {
            let limit = bytes(limit, language);
            return say!(language; "Filen växer till orimlig storlek när den packas upp; högst {limit} läses. Den öppnas inte.",
                "The file grows beyond reason when it is unpacked; at most {limit} is read. It is not opened.");
        }
        Refusal::TooManyParts { limit } => {
            let limit = integer(limit.into(), language);
            return say!(language; "Filen består av fler än {limit} delar och öppnas inte.",
                "The file consists of more than {limit} parts and is not opened.");
        }
        Refusal::Damaged => word(
            language,
            "Filen är skadad eller ofullständig. Hämta eller spara den på nytt.",
            "The file is damaged or incomplete. Fetch or save it again.",
        ),
        Refusal::OtherJson => word(
            language,
            "Filen är JSON, men varken användare från Microsoft Graph eller OS2rollekatalog. En egen fil öppnas i stället på sidan Data.",
            "The file is JSON, but neither users from Microsoft Graph nor OS2rollekatalog. A file of your own is opened on the page Data instead.",
        ),
        Refusal::OtherKeys => word(
            language,
            "Filen är JSON med användare, men under andra nycklar än dem i Microsoft Graph (displayName, mail, userPrincipalName). Exportera den som CSV i stället.",
            "The file is JSON of users, but under other keys than those of Microsoft Graph (displayName, mail, userPrincipalName). Export it as CSV instead.",
        ),
        Refusal::Markup => word(
            language,
            "Filen är en webbsida eller XML, även om den heter något annat. Öppna den i Excel och spara den som .xlsx.",
            "The file is a web page or XML, even if it is called something else. Open it in Excel and save it as .xlsx.",
        ),
        Refusal::Document => word(
            language,
            "Filen är ett dokument (PDF eller RTF). Kopiera tabellen till ett kalkylblad och spara det som .xlsx, eller klistra in den här.",
            "The file is a document (PDF or RTF). Copy the table into a spreadsheet and save that as .xlsx, or paste it here.",
        ),
        Refusal::NotText => word(
            language,
            "Filen är varken text eller en arbetsbok. Spara den som .xlsx eller .csv i det program som den kommer från.",
            "The file is neither text nor a workbook. Save it as .xlsx or .csv in the program that it comes from.",
        ),
    };
    said.to_owned()
}

/// Says that a risk matrix library is no sheet, and where it is taken in.
pub const fn is_library(language: Language) -> &'static str {
    word(
        language,
        "Filen är ett bibliotek med riskmatriser. Det tas in på sidan Metod, eller med ombud matrix.",
        "The file is a risk matrix library. It is taken in on the page Method, or by ombud matrix.",
    )
}

/// Where a note is about: the sheet where its file has several, and the cell or row of it unless a sheet as a whole is meant.
pub fn place(note: &Note, sheet: Option<&str>, language: Language) -> String {
    let within = (!note.what.is_of_sheet()).then(|| spot(note.at, language));
    let parts: Vec<String> = sheet.map(visible).into_iter().chain(within).collect();
    parts.join(", ")
}

/// Where in a sheet: `C12`, or `rad 12` where the whole row is meant.
pub fn spot(spot: SheetSpot, language: Language) -> String {
    spot.place().map_or_else(
        || {
            let row = u64::from(spot.row) + 1;
            say!(language; "rad {row}", "row {row}")
        },
        |place| place.to_string(),
    )
}

/// What a note tells, as a sentence.
#[allow(clippy::too_many_lines, reason = "one arm for each kind of note, each a sentence in two languages")]
pub fn note(note: &Note, target: SheetTarget, directory: &Directory, language: Language) -> String {
    let found = visible(&note.found);
    match &note.what {
        NoteKind::NotFound { .. } if found.is_empty() => word(
            language,
            "Cellen är tom, och det som står ovanför den går inte att använda.",
            "The cell is empty, and what stands above it cannot be used.",
        )
        .into(),
        NoteKind::NotFound { of } => {
            let of = what(*of, language);
            say!(language; "Det finns {of} som heter ”{found}”. Uppgiften används inte.",
                "There is {of} called “{found}”. The field is not used.")
        }
        NoteKind::Ambiguous { count, .. } => {
            let count = integer(*count as u64, language);
            say!(language; "”{found}” kan vara {count} olika. Skriv id i stället för namn.",
                "“{found}” could be {count} different ones. Write the id in place of the name.")
        }
        NoteKind::Needed { field: id } => {
            let field = field(target, id, directory, language);
            say!(language; "{field} saknas. Raden används inte.", "{field} is missing. The row is not used.")
        }
        NoteKind::Guest => {
            say!(language; "{found} är gäst i katalogen. Raden används inte.", "{found} is a guest of the directory. The row is not used.")
        }
        NoteKind::Disabled => {
            say!(language; "Kontot för {found} är stängt. Raden används inte.", "The account of {found} is closed. The row is not used.")
        }
        NoteKind::OtherHolder { name } => {
            say!(language; "{name} har redan uppdraget. Båda har det nu; avsluta det ena om så ska vara.",
                "{name} holds the post already. Both do now; end one of them if that is how it should be.")
        }
        NoteKind::HolderStays { name } => {
            say!(language; "Ingen anges här, men {name} har uppdraget i filen och har det kvar.",
                "Nobody is named here, but {name} holds the post in the file and goes on holding it.")
        }
        NoteKind::Contradicts { row } => {
            let row = u64::from(*row) + 1;
            say!(language; "På rad {row} står något annat än ”{found}”. Rad {row} gäller.",
                "Row {row} says otherwise than “{found}”. Row {row} counts.")
        }
        NoteKind::SamePost { row } => {
            let row = u64::from(*row) + 1;
            say!(language; "Rad {row} gäller samma person och uppdrag, men bara den ena raden anger datumet. De antas vara samma uppdrag, och datumet gäller.",
                "Row {row} is about the same person and post, but only one of the rows gives the date. They are taken to be one post, and the date counts.")
        }
        NoteKind::WasVacant { row } => {
            let row = u64::from(*row) + 1;
            say!(language; "Rad {row} anger att uppdraget är vakant. Det räknas som besatt av {found}.",
                "Row {row} says that the post is vacant. It is taken to be held by {found}.")
        }
        NoteKind::KindAssumed { kind } => {
            let kind = unit_kind(*kind).one(language);
            say!(language; "Typ av enhet framgår inte. Den antas vara {kind}.",
                "The type of unit is not stated. Assumed type: {kind}.")
        }
        NoteKind::FromAbove => {
            say!(language; "Cellen är tom och antas ha samma värde som den ovanför, ”{found}”.",
                "The cell is empty and is taken to have the value of the one above, “{found}”.")
        }
        NoteKind::SamePerson { row } => {
            let row = u64::from(*row) + 1;
            say!(language; "{found} finns även på rad {row}, utan e-postadress som skiljer dem åt. De antas vara samma person.",
                "{found} is also in row {row}, without an email address to distinguish them. They are taken to be one person.")
        }
        NoteKind::PersonalNumber => word(
            language,
            "Cellen innehöll ett personnummer, som inte sparas.",
            "The cell held a personal identity number, which is not kept.",
        )
        .into(),
        NoteKind::PersonalNumberInName => word(
            language,
            "Namnet på filen eller bladet innehöll ett personnummer, som inte sparas.",
            "The name of the file or the sheet held a personal identity number, which is not kept.",
        )
        .into(),
        NoteKind::Cut => {
            let most = integer(MOST_LETTERS as u64, language);
            say!(language; "Texten är kortad till {most} tecken.", "The text is cut to {most} characters.")
        }
        NoteKind::RowsLeftOut { count } => {
            let (count, most) = (integer((*count).into(), language), integer(MOST_ROWS as u64, language));
            say!(language; "Bladet har mer efter rad {most}: {count} rader eller celler är inte lästa.",
                "The sheet goes on after row {most}: {count} rows or cells are not read.")
        }
        NoteKind::CellsLeftOut { count } => {
            let (count, most) = (integer((*count).into(), language), integer(MOST_COLUMNS as u64, language));
            say!(language; "Bladet har mer efter kolumn {most}: {count} celler är inte lästa.",
                "The sheet goes on after column {most}: {count} cells are not read.")
        }
        NoteKind::NotesLeftOut { count } => {
            let (count, most) = (integer((*count).into(), language), integer(MOST_NOTES as u64, language));
            say!(language; "Fler påpekanden finns härifrån: de första {most} visas, {count} är utelämnade.",
                "There are more notes from here on: the first {most} are shown, {count} are left out.")
        }
        NoteKind::HiddenRows { count: 1 } => word(
            language,
            "Raden är dold i kalkylbladet och importeras inte.",
            "The row is hidden in the spreadsheet and is not imported.",
        )
        .into(),
        NoteKind::HiddenRows { count } => {
            let count = integer((*count).into(), language);
            say!(language; "Härifrån är {count} rader dolda i kalkylbladet. De importeras inte.",
                "From here on {count} rows are hidden in the spreadsheet. They are not imported.")
        }
        NoteKind::HiddenColumns { count: 1 } => word(
            language,
            "Kolumnen är dold i kalkylbladet och importeras inte.",
            "The column is hidden in the spreadsheet and is not imported.",
        )
        .into(),
        NoteKind::HiddenColumns { count } => {
            let count = integer((*count).into(), language);
            say!(language; "Härifrån är {count} kolumner dolda i kalkylbladet. De importeras inte.",
                "From here on {count} columns are hidden in the spreadsheet. They are not imported.")
        }
        NoteKind::HiddenSheet => {
            say!(language; "Bladet ”{found}” är dolt i arbetsboken och importeras inte.",
                "The sheet “{found}” is hidden in the workbook and is not imported.")
        }
        NoteKind::GoesOn => word(
            language,
            "Det här är en sida av flera: filen hänvisar till nästa (@odata.nextLink). Hämta även de andra sidorna, annars saknas användare.",
            "This is one page of several: the file points to the next (@odata.nextLink). Fetch the other pages too, or users will be missing.",
        )
        .into(),
        NoteKind::ColumnLeftOut => {
            say!(language; "Kolumnen ”{found}” har innehåll som inte importeras.",
                "The column “{found}” has content that is not imported.")
        }
        NoteKind::SheetLeftOut => {
            say!(language; "Bladet ”{found}” importeras inte.", "The sheet “{found}” is not imported.")
        }
        NoteKind::Unanswered => {
            say!(language; "Vem eller vad ”{found}” är behöver besvaras. Till dess lämnas det utanför.",
                "Who or what “{found}” is has to be answered. Until then it is left out.")
        }
        NoteKind::LeftOut => say!(language; "”{found}” är lämnad utanför.", "“{found}” is left out."),
        what @ (NoteKind::NotANumber
        | NoteKind::NotWhole
        | NoteKind::NotADay
        | NoteKind::NotYesOrNo
        | NoteKind::NotAWord
        | NoteKind::NotALevel
        | NoteKind::NotAPhone
        | NoteKind::NotAnAddress
        | NoteKind::NotAWebAddress
        | NoteKind::SheetError
        | NoteKind::NotAName
        | NoteKind::NotAPlace
        | NoteKind::Nobody
        | NoteKind::Refers
        | NoteKind::Remark
        | NoteKind::OfSeveral
        | NoteKind::Several
        | NoteKind::LastDayStays
        | NoteKind::EndsBeforeItBegins
        | NoteKind::OwnSubstitute
        | NoteKind::OverRows
        | NoteKind::HeadingAgain
        | NoteKind::Sum
        | NoteKind::Section
        | NoteKind::Footer) => cells::note(what, &found, language),
    }
}

/// The words for none of something: `ingen enhet`.
const fn what(of: CellReference, language: Language) -> &'static str {
    match of {
        CellReference::Unit => word(language, "ingen enhet", "no unit"),
        CellReference::Person => word(language, "ingen person", "no person"),
        CellReference::Role => word(language, "ingen roll", "no role"),
        CellReference::Risk => word(language, "ingen risk", "no risk"),
        CellReference::Matrix => word(language, "ingen matris", "no matrix"),
        CellReference::Owner => word(language, "ingen enhet eller person", "no unit or person"),
    }
}

/// A question to the reader.
pub fn question(question: &ImportQuestion, language: Language) -> String {
    let name = visible(&question.name);
    let name = match &question.email {
        Some(email) if name.is_empty() => email.clone(),
        Some(email) => format!("{name} ({email})"),
        None => name,
    };
    match question.doubt {
        Doubt::Several => {
            say!(language; "Flera i filen kan vara {name}. Vilken menas?", "Several in the file could be {name}. Which one is meant?")
        }
        Doubt::OtherEmail => {
            say!(language; "Någon med samma namn som {name} finns, men med en annan e-postadress. Är det samma person?",
                "There is someone of the same name as {name}, with another email address. Is it the same person?")
        }
        Doubt::OtherName => {
            say!(language; "E-postadressen för {name} hör till någon med ett annat namn. Är det samma person?",
                "The email address of {name} belongs to someone of another name. Is it the same person?")
        }
        Doubt::NearName => {
            say!(language; "{name} liknar ett namn som finns. Är det samma?", "{name} resembles a name that is there. Is it the same?")
        }
        Doubt::NoName => {
            say!(language; "Är ”{name}” namnet på en person? Om inte räknas det inte som att någon har uppdraget.",
                "Is “{name}” the name of a person? If not, nobody is taken to hold the post.")
        }
        Doubt::SeveralPeople => {
            say!(language; "Är ”{name}” flera personer?", "Is “{name}” several people?")
        }
        Doubt::Dimension => {
            say!(language; "Vilken konsekvens gäller kolumnen ”{name}”?", "Which consequence is the column “{name}” about?")
        }
        Doubt::OtherPlace => {
            say!(language; "{name} finns, men på en annan plats i organisationen. Är det samma?",
                "{name} is there, in another place of the organisation. Is it the same?")
        }
    }
}

/// Findings as a sheet to read and to sort; it is not imported.
pub fn findings(rows: &[FindingRow], on: Date, language: Language) -> SheetTable {
    let headings = [
        ("Regel", "Rule"),
        ("Kravnivå", "Requirement level"),
        ("Gäller", "About"),
        ("Läge", "State"),
        ("Varför", "Why"),
        ("Sedan", "Since"),
        ("Till och med", "Until"),
        ("Id", "Id"),
    ];
    let day = |day: Option<Date>| day.map_or(SheetCell::Empty, SheetCell::Date);
    let row = |row: &FindingRow| {
        vec![
            SheetCell::text(super::finding::asked(row, language)),
            SheetCell::text(super::words::severity(row.severity, language)),
            SheetCell::text(super::finding::subject(&row.subject, language)),
            SheetCell::text(super::words::state(row.state, language)),
            SheetCell::text(super::finding::explain(row, on, language).why),
            day(row.since),
            day(row.until),
            SheetCell::text(row.id.clone()),
        ]
    };
    let mut all = vec![headings.iter().map(|(sv, en)| SheetCell::text(word(language, sv, en))).collect()];
    all.extend(rows.iter().map(row));
    let on = date(on, language).replace('\u{a0}', " ");
    SheetTable::new(say!(language; "Avvikelser {on}", "Findings {on}"), all)
}

#[cfg(test)]
mod tests;
