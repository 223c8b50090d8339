//! The page about the open file: what is loaded, what is wrong with it, and how to make one's own.

use super::numbers::{bytes, capital, integer};
use super::shell::labels;
use super::{say, word, words};
use crate::engine::view::Summary;
use crate::organisation::problem::Weight;
use crate::organisation::value::Language;

labels! {
    /// Heading of what is loaded.
    loaded: "Öppen fil", "Open file";
    /// Label of the file's name.
    file: "Fil", "File";
    /// Label of its size.
    size: "Storlek", "Size";
    /// Label of its hash.
    hash: "Kontrollsumma (SHA-256)", "Checksum (SHA-256)";
    /// Label of its day.
    day: "Filens datum", "File date";
    /// Said where the file names no day.
    no_day: "ingen; sidan visar dagens datum", "none; the page shows today";
    /// Label of its notice.
    notice: "Om filen", "About the file";
    /// Name of the table of lists.
    lists: "Listor i filen", "Lists in the file";
    /// Column of lists.
    list: "Lista", "List";
    /// Column of items used.
    used: "Används", "Used";
    /// Column of items set aside.
    set_aside: "Räknas inte", "Not counted";
    /// Heading of opening another file.
    open: "Öppna en annan fil", "Open another file";
    /// How to open a file, and what becomes of it.
    open_lead: "Välj en fil, eller släpp den var som helst på sidan. Den läses här i webbläsaren och skickas ingenstans. Går den inte att läsa är den här filen fortfarande öppen.",
        "Choose a file, or drop it anywhere on the page. It is read here in the browser and sent nowhere. If it cannot be read, this file stays open.";
    /// Heading of downloads.
    save: "Spara", "Save";
    /// Lead of downloads.
    save_lead: "Filen sparas med en post per rad i bestämd ordning, så att versioner går att jämföra. Resultatet är det som visas på sidan.",
        "The file is saved with one item per line in a fixed order, so that versions can be compared. The result is what the page shows.";
    /// Saves the file in canonical form.
    save_file: "Spara filen i bestämd ordning", "Save the file in a fixed order";
    /// Saves the verdict.
    save_verdict: "Spara resultatet (JSON)", "Save the result (JSON)";
    /// Heading of problems.
    problems: "Vad som är fel i filen", "What is wrong with the file";
    /// Heading of making one's own file.
    own: "Gör en egen fil", "Make a file of your own";
    /// The first step of writing a file of one's own.
    own_start: "Börja med exemplet, eller med raderna nedan, i en vanlig textredigerare.",
        "Begin with the example, or with the lines below, in a plain text editor.";
    /// The second step of writing a file of one's own.
    own_schema: "Raden $schema pekar på en beskrivning av formatet. Med den föreslår och rättar redigeraren medan du skriver.",
        "The line $schema points to a description of the format. With it the editor suggests and corrects as you write.";
    /// The third step of writing a file of one's own.
    own_open: "Öppna filen här. Alla fel räknas upp på en gång, med rad och kolumn; resten av filen används ändå.",
        "Open the file here. All issues are listed together, by line and column; the rest of the file is used all the same.";
    /// Link to the schema.
    schema: "Formatets schema", "Schema of the format";
    /// Link to the example.
    example: "Exempelfilen", "The example file";
    /// Name of the short file shown.
    least: "En liten fil som går att öppna", "A small file that can be opened";
}

/// The smallest file worth beginning with.
pub const LEAST: &str = r#"{
  "$schema": "organisation.schema.json",
  "format": 1,
  "name": "Vår kommun",
  "packs": ["tyreso-2016"],
  "units": [
    {"id": "kommun", "name": "Vår kommun", "kind": "municipality"},
    {"id": "skola", "name": "Skolförvaltningen", "kind": "department", "parent": "kommun"},
    {"id": "eken", "name": "Förskolan Eken", "kind": "workplace", "parent": "skola"}
  ],
  "people": [
    {"id": "kim", "name": "Kim Ek", "email": "eken@example.se"}
  ],
  "assignments": [
    {"role": "security_representative", "unit": "eken", "person": "kim", "until": "2027-12-31"}
  ]
}
"#;

/// The verdict of the page: whether all of the file is used.
pub fn headline(summary: &Summary, language: Language) -> String {
    let problems = REMARK.count(summary.problems, language);
    let aside = capital(&words::ITEM.count(summary.set_aside, language));
    match (summary.problems, summary.set_aside) {
        (0, _) => word(language, "Allt i filen används.", "All of the file is used.").to_owned(),
        (_, 0) => {
            say!(language; "Filen har {problems}. Alla poster räknas med.", "The file has {problems}. All items are counted.")
        }
        (_, 1) => say!(language;
            "Filen har {problems}. {aside} räknas inte med.", "The file has {problems}. {aside} is not counted."),
        _ => say!(language;
            "Filen har {problems}. {aside} räknas inte med.", "The file has {problems}. {aside} are not counted."),
    }
}

/// What follows the headline: the file and its size.
pub fn after(summary: &Summary, language: Language) -> String {
    let items: u32 = summary.lists.iter().map(|list| list.used).sum();
    let (items, size, file) = (words::ITEM.figure(items, language), bytes(summary.bytes, language), &summary.file);
    say!(language; "{file}, {size}, med {items}.", "{file}, {size}, with {items}.")
}

/// The heading of the problems of one weight.
pub const fn weight(weight: Weight, language: Language) -> &'static str {
    match weight {
        Weight::Fatal => word(language, "Hindrar filen från att öppnas", "Keeps the file from being opened"),
        Weight::SetAside => word(language, "Poster som inte räknas med", "Items not counted"),
        Weight::Ignored => word(language, "Uppgifter som inte används", "Fields not used"),
        Weight::Advice => word(language, "Råd", "Advice"),
    }
}

/// Says that there are more problems than are kept.
pub fn not_kept(total: u32, kept: u32, language: Language) -> Option<String> {
    (total > kept).then(|| {
        let (total, kept) = (integer(total.into(), language), integer(kept.into(), language));
        say!(language; "Av {total} visas de första {kept}.", "Of {total} the first {kept} are shown.")
    })
}

/// What the saved file is called.
pub fn file_name(open: &str) -> &str {
    if open.is_empty() { "organisation.json" } else { open }
}

/// Remarks on a file (anmärkningar).
const REMARK: words::Noun =
    words::Noun { neuter: true, sv: ["påpekande", "påpekanden", "påpekandet"], en: ["issue", "issues"] };

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Engine, Reply, Request};
    use Language::{English, Swedish};

    fn opened(text: &str) -> Summary {
        let mut engine = Engine::default();
        engine.open("fil.json".into(), text.as_bytes().to_vec(), &mut |_| ()).unwrap();
        match engine.handle(&Request::Summary) {
            Reply::Opened(summary) => *summary,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_small_file_opens_without_a_remark() {
        let summary = opened(LEAST);
        assert_eq!(headline(&summary, Swedish), "Allt i filen används.");
        assert_eq!(
            after(&summary, English),
            format!("fil.json, {}, with 5\u{a0}items.", bytes(summary.bytes, English))
        );
    }

    #[test]
    fn what_is_set_aside_is_counted() {
        let file = r#"{"format": 1, "units": [{"id": "a"}, {"id": "b", "name": "B", "kind": "workplace", "x": 1}]}"#;
        let said = headline(&opened(file), Swedish);
        assert!(said.ends_with("En post räknas inte med."), "{said}");
        let said = headline(&opened(file), English);
        assert!(said.ends_with("One item is not counted."), "{said}");
    }
}
