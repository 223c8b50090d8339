//! The page of imports, and what is offered for export.

use super::numbers::integer;
use super::shell::labels;
use super::{say, word};
use crate::draft::autosave::notice::ImportedCounts;
use crate::organisation::value::Language;

labels! {
    /// Heading of the page.
    heading: "Importera", "Import";
    /// What the page does.
    lead: "Ta in det som redan finns: kalkylblad (Excel eller CSV), användare från Entra, OS2rollekatalog eller ett riskregister från CISO Assistant. Filen läses här i webbläsaren och skickas ingenstans.",
        "Bring in what there is already: spreadsheets (Excel or CSV), users from Entra, OS2rollekatalog or a risk register from CISO Assistant. The file is read here in the browser and sent nowhere.";
    /// Heading of the first step.
    file: "1. Filen", "1. The file";
    /// Chooses a file.
    choose: "Välj en fil att importera", "Choose a file to import";
    /// Opens the box to paste into.
    paste: "… eller klistra in från ett kalkylblad", "… or paste from a spreadsheet";
    /// Label of the box.
    paste_here: "Markera raderna i kalkylbladet, rubrikerna med, kopiera och klistra in här",
        "Select the rows in the spreadsheet, headings included, copy and paste here";
    /// Reads what was pasted.
    read_pasted: "Läs det inklistrade", "Read what was pasted";
    /// What pasted rows are called.
    pasted_name: "inklistrat.txt", "pasted.txt";
    /// A file is being read.
    reading: "Läser filen", "Reading the file";
    /// What the reader can do where a text was read wrongly.
    read_otherwise: "Ser å, ä och ö eller kolumnerna fel ut? Välj hur filen ska läsas.",
        "Do letters or columns look wrong? Say how the file is to be read.";
    /// Label of the choice of an encoding.
    encoding: "Teckenkodning", "Encoding";
    /// Label of the choice of what stands between fields.
    separator: "Mellan fälten står", "Between the fields";
    /// Reads what the spreadsheet hides.
    with_hidden: "Ta med dolda rader och kolumner", "Take in hidden rows and columns";
    /// Of a sheet that its workbook hides.
    hidden_sheet: "Bladet är dolt i arbetsboken och importeras bara om du väljer vad raderna är.",
        "The sheet is hidden in the workbook and is imported only if you choose what its rows are.";
    /// Leads to the page of the method.
    to_method: "Till metoden", "To the method";
    /// Heading of columns with content that are not imported.
    columns_left_out: "Kolumner som inte importeras", "Columns that are not imported";
    /// What to do about them.
    columns_left_out_lead: "De här kolumnerna har innehåll, men rubriken är okänd. Välj vad de är, eller låt dem vara.",
        "These columns have content, but their headings are unknown. Choose what they are, or leave them.";
    /// Takes a file that could not be opened to the page of imports.
    instead: "Importera den i stället", "Import it instead";
    /// The example is open.
    is_example: "Filen som är öppen är exemplet. Det som importeras nu hamnar i exemplets kommun.",
        "The file that is open is the example. What is imported now ends up in the municipality of the example.";
    /// Leads to a file of one's own.
    own_first: "Skapa en egen fil först", "Make a file of your own first";
    /// Heading of what the last import asked and left.
    last: "Det som den senaste importen frågade om eller inte tog med", "What the last import asked about or left out";
    /// Leads to what an import has changed.
    see_taken: "Visa det importerade", "See what was imported";
    /// Leads to what an import has asked.
    see_asked: "Visa frågorna", "See the questions";
    /// Leads to what an import has left out.
    see_left: "Visa det som inte togs med", "See what was left out";
    /// Heading of the second step.
    columns: "2. Vad kolumnerna betyder", "2. What the columns mean";
    /// Label of the choice of what the rows of a sheet are.
    rows_are: "Raderna är", "The rows are";
    /// A column of which it is asked below what it is about.
    asked_below: "Frågas nedan", "Asked below";
    /// A sheet or column that is left out.
    not_taken: "Importeras inte", "Not imported";
    /// Heading of a column: the column of the sheet.
    column: "Kolumn", "Column";
    /// Heading of a column: the first cells.
    samples: "De första värdena", "The first values";
    /// Heading of a column: the field it fills.
    fills: "Blir", "Becomes";
    /// Heading of the questions.
    questions: "3. Vem menas?", "3. Who is meant?";
    /// What the questions ask.
    questions_lead: "Här behöver du avgöra vem eller vad som avses. Det du inte besvarar importeras inte.",
        "Decide here who or what is meant. What you do not answer is not imported.";
    /// Answer: none of those in the file.
    new_one: "En annan, som inte finns i filen", "Someone or something else, not in the file";
    /// Answer: it is the name of a person.
    is_a_person: "Ja, en person", "Yes, a person";
    /// Answer: they are several people.
    are_several: "Ja, var och en är en person", "Yes, each is a person";
    /// Answer: leave it out.
    leave_out: "Ta inte med", "Leave it out";
    /// Heading of the last step.
    preview: "Vad som ändras", "What will change";
    /// How an import is undone.
    one_change: "Importen blir en enda ändring, som kan ångras.", "The import becomes a single change, which can be undone.";
    /// An item is new.
    added: "ny", "new";
    /// An item changes.
    changed: "ändras", "changes";
    /// An item is as it was.
    same: "oförändrad", "unchanged";
    /// The program of sheets could not be started.
    stopped: "Importen har stannat. Den öppna filen är orörd, och det som är valt och besvarat här finns kvar.",
        "The import has stopped. The open file is untouched, and what has been chosen and answered here remains.";
    /// Reads the file of an import again after the import has stopped.
    read_again: "Läs in filen igen", "Read the file again";
    /// Leads to the page of imports.
    go: "Importera från kalkylblad med mera", "Import from spreadsheets and more";
    /// Heading of what can be exported.
    exports: "Importera och exportera", "Import and export";
    /// What exporting is for.
    exports_lead: "Det som exporteras kan ändras i ett kalkylprogram och importeras igen.",
        "What is exported can be changed in a spreadsheet program and imported again.";
    /// That what is exported as sheets leaves nothing out.
    exports_all: "Kalkylblad och den krypterade filen innehåller allt, även det som är märkt med sekretess.",
        "Spreadsheets and the encrypted file contain everything, including what is marked confidential.";
    /// Label of the choice of what is exported.
    what: "Vad", "What";
    /// Units, people and posts.
    organisation: "Organisationen", "The organisation";
    /// The register of risks.
    risks: "Riskerna", "The risks";
    /// Choice: the measures to be exported.
    measures: "Åtgärderna", "The measures";
    /// The findings of the day.
    findings: "Avvikelserna", "The findings";
    /// Contacts of everyone with a post.
    contacts: "Kontakterna (vCard)", "The contacts (vCard)";
    /// As a workbook.
    as_xlsx: "Exportera som XLSX", "Export as XLSX";
    /// As text with semicolons.
    as_csv: "Exportera som CSV", "Export as CSV";
    /// A file is being made.
    exporting: "Skapar filen …", "Making the file …";
    /// A file could not be made.
    not_exported: "Filen kunde inte skapas.", "The file could not be made.";
}

/// What an import has done.
pub fn done(counts: ImportedCounts, language: Language) -> String {
    let [added, changed, asked, left] =
        [counts.added, counts.changed, counts.asked, counts.left].map(|count| integer(count.into(), language));
    let done = say!(language; "Importen är klar. Nya: {added}. Ändrade: {changed}.", "The import is done. New: {added}. Changed: {changed}.");
    let asked = say!(language; " Obesvarade frågor: {asked}.", " Questions without an answer: {asked}.");
    let left = say!(language; " Uppgifter att se över: {left}.", " Details to look through: {left}.");
    let asked = if counts.asked > 0 { &*asked } else { "" };
    let left = if counts.left > 0 { &*left } else { "" };
    format!("{done}{asked}{left}")
}

/// Says that a sheet file was opened, and as what.
pub fn opened(file: &str, kind: &str, language: Language) -> String {
    say!(language; "{file} är läst som {kind}.", "{file} has been read as {kind}.")
}

/// A risk matrix library that cannot be read, and where it is taken in.
pub fn faulty_library(fault: &str, language: Language) -> String {
    say!(language; "Filen är ett bibliotek med riskmatriser, som tas in på sidan Metod, men den går inte att läsa: {fault}.",
        "The file is a risk matrix library, which is taken in on the page Method, but it cannot be read: {fault}.")
}

/// A file was not opened.
pub fn not_opened(file: &str, language: Language) -> String {
    say!(language; "{file} kan inte importeras.", "{file} cannot be imported.")
}

/// How large a sheet is.
pub fn size(rows: u32, columns: u32, language: Language) -> String {
    let (rows, columns) = (integer(rows.into(), language), integer(columns.into(), language));
    say!(language; "{rows} rader, {columns} kolumner", "{rows} rows, {columns} columns")
}

/// Label of the choice of what a column fills.
pub fn column_fills(letters: &str, heading: &str, language: Language) -> String {
    say!(language; "Kolumn {letters}, {heading}, blir", "Column {letters}, {heading}, becomes")
}

/// Label of the choice of what a column fills that is not imported.
pub fn left_column_fills(letters: &str, heading: &str, language: Language) -> String {
    say!(language; "Kolumnen {letters}, {heading}, som inte importeras: vad den blir",
        "Column {letters}, {heading}, which is not imported: what it becomes")
}

/// Fields that every row needs and no column fills.
pub fn lacking(fields: &str, language: Language) -> String {
    say!(language; "Kolumn saknas för: {fields}. Välj en, annars kan raderna inte användas.", "No column for: {fields}. Choose one, or the rows cannot be used.")
}

/// Answer: this one is meant.
pub fn it_is(name: &str, language: Language) -> String {
    say!(language; "Det är {name}", "It is {name}")
}

/// What an import would do.
pub fn counts(added: u32, changed: u32, same: u32, language: Language) -> String {
    let [added, changed, same] = [added, changed, same].map(|count| integer(count.into(), language));
    say!(language; "Nya: {added}. Ändras: {changed}. Oförändrade: {same}.", "New: {added}. Changing: {changed}. Unchanged: {same}.")
}

/// Personal identity numbers that were dropped.
pub fn dropped(count: u32, language: Language) -> String {
    let cells = integer(count.into(), language);
    match count {
        1 => word(language, "Ett personnummer har tagits bort.", "One personal identity number has been dropped.")
            .to_owned(),
        _ => {
            say!(language; "{cells} personnummer har tagits bort.", "{cells} personal identity numbers have been dropped.")
        }
    }
}

/// Heading of the notes.
pub fn notes(count: u32, language: Language) -> String {
    let count = integer(count.into(), language);
    say!(language; "Påpekanden, cell för cell ({count})", "Notes, cell by cell ({count})")
}

/// Carries the import out.
pub fn carry_out(count: u32, language: Language) -> String {
    let items = integer(count.into(), language);
    match count {
        1 => word(language, "Importera 1 post", "Import 1 item").to_owned(),
        _ => say!(language; "Importera {items} poster", "Import {items} items"),
    }
}
