//! Words of the report and its page that take no data.

use super::super::shell::labels;
use crate::organisation::value::Language;

labels! {
    /// What the report is.
    title: "Risk- och sårbarhetsanalys", "Risk and vulnerability analysis";
    /// Heading of the list of contents.
    contents: "Innehåll", "Contents";
    /// Beside a heading under which something is missing.
    incomplete: "ofullständig", "incomplete";
    /// Before the number of a page.
    page: "Sida", "Page";
    /// Label of the audience.
    for_whom: "För", "For";
    /// Label of the profile.
    by_headings: "Rubriker", "Headings";
    /// Label of the hash of the data.
    data_hash: "Underlagets kontrollsumma (SHA-256)", "Checksum of the data (SHA-256)";
    /// Said in its place where the data has changes that no file holds.
    unsaved_data: "ändringarna är inte sparade", "the changes are not saved";
    /// Before what is missing.
    missing: "Det här saknas", "What is missing";
    /// Of a heading with nothing under it.
    nothing_under: "Rubriken har varken innehåll eller text.", "The heading has neither contents nor text.";
    /// Said where nothing is left out.
    nothing_left_out: "Inget är utelämnat på grund av märkning.", "Nothing is left out because of its marking.";
    /// Before what is left out.
    left_out_lead: "Utelämnat på grund av märkning:", "Left out because of its marking:";
    /// What a public report never says.
    public_note: "Personers namn, motiveringar, sårbarheter och anteckningar är inte med i en öppen rapport.",
        "Names of people, rationale, vulnerabilities and notes are not part of a public report.";
    /// What a public report never says, nor whether it is there.
    public_note_of_extract: "Personers namn, motiveringar, sårbarheter, beroenden, förmågor och anteckningar är inte med i en öppen rapport.",
        "Names of people, rationale, vulnerabilities, dependencies, capabilities and notes are not part of a public report.";
    /// Said of the built-in profile once it does not apply.
    outdated: "MSB:s föreskrifter MSBFS 2015:5 är upphävda. Sedan 2026 gäller MCFFS 2026:9 från Myndigheten för civilt försvar (MCF). Dess rubriker finns inte här, men kan läggas in som en egen mall.",
        "MSBFS 2015:5 is repealed. Since 2026 MCFFS 2026:9 applies. Its headings are not here, but can be entered as a template of your own.";

    /// Label of the choice of profile.
    profile: "Mall", "Template";
    /// Label of the choice of profile, where none is chosen.
    profile_by_day: "Den som gäller på dagen", "The one that applies on the day";
    /// Begins to print.
    print: "Skriv ut", "Print";
    /// Saves the report as an HTML file.
    as_html: "Spara som HTML", "Save as HTML";
    /// Saves the report as a workbook.
    as_xlsx: "Spara som Excel", "Save as Excel";
    /// While a file is being made.
    making: "Filen skapas …", "Making the file …";
    /// Said where a file could not be made.
    not_made: "Filen kunde inte skapas.", "The file could not be made.";
    /// Name of the file.
    file_name: "risk-och-sarbarhetsanalys", "risk-and-vulnerability-analysis";
    /// Heading of the choices.
    choices: "Vad rapporten visar", "What the report shows";

    /// Heading of the headings, where they are changed.
    own_headings: "Rubrikerna", "The headings";
    /// What can be done with templates that come along.
    built_in_lead: "Mallen följer med och kan inte ändras. Gör en egen av den för att skriva egna texter, lägga till rubriker och flytta dem.",
        "This template comes with the page and cannot be changed. Make one of your own from it to write texts, add headings and move them.";
    /// What can be done with those of an own profile.
    own_lead: "Allt som ändras här kan ångras.", "All that is changed here can be undone.";
    /// Makes an own profile.
    make_own: "Gör en egen mall av den här", "Make a template of your own from this";
    /// What an own profile is called before anyone has named it.
    own_name: "Egen mall", "Own template";
    /// Takes the profile out.
    remove_profile: "Ta bort mallen", "Remove the template";
    /// Adds a heading.
    add_heading: "Lägg till en rubrik", "Add a heading";
    /// Headings that are decided elsewhere are pasted all at once.
    paste: "Klistra in rubriker", "Paste headings";
    /// What becomes of the headings that are pasted.
    paste_lead: "En rubrik per rad, i ordning. En rubrik som finns behåller sitt innehåll. Andra rubriker med innehåll kommer sist, och tomma tas bort.",
        "One heading per line, in order. A heading that is there keeps its contents. Other headings with contents come last, and empty ones are removed.";
    /// Enters the headings that were pasted.
    paste_do: "Lägg in rubrikerna", "Enter the headings";
    /// What a new heading is called.
    new_heading: "Ny rubrik", "New heading";
    /// Moves a heading up.
    up: "Flytta upp", "Move up";
    /// Moves a heading down.
    down: "Flytta ned", "Move down";
    /// Takes a heading out.
    remove: "Ta bort", "Remove";
    /// Saves what is written.
    save: "Spara", "Save";
    /// Label of the name of a profile.
    profile_name: "Mallens namn", "Name of the template";
    /// Label of where the headings come from.
    profile_source: "Varifrån rubrikerna kommer", "Where the headings come from";
    /// Label of the first day.
    valid_from: "Gäller från och med", "Applies from";
    /// Label of the last day.
    valid_until: "Gäller till och med", "Applies until";
    /// Label of a heading.
    heading: "Rubrik", "Heading";
    /// Label of a heading in English.
    heading_english: "Rubrik på engelska, om den skiljer", "Heading in English, if different";
    /// Label of the own text.
    own_text: "Egen text", "Own text";
    /// Label of the own text in English.
    own_text_english: "Egen text på engelska, om den skiljer", "Own text in English, if different";
    /// Label of what the page puts under it.
    has_contents: "Innehåll, i ordning", "Contents, in order";
    /// No content chosen.
    no_content: "–", "–";

    /// Sheet and heading of the parts.
    parts: "Organisation", "Organisation";
    /// Heading of the posts.
    posts: "Säkerhetsorganisationen", "The security organisation";
    /// Heading and sheet of what is accepted.
    accepted_heading: "Accepterade avvikelser", "Accepted gaps";
    /// Sheet of the method.
    method_sheet: "Metod", "Method";
    /// Sheet of functions.
    functions_sheet: "Verksamheter", "Functions";
    /// Sheet of dependencies.
    dependencies_sheet: "Beroenden", "Dependencies";
    /// Sheet of losses.
    losses_sheet: "Bortfall", "Losses";
    /// Sheet of risks.
    risks_sheet: "Risker", "Risks";
    /// Sheet of motives.
    motives_sheet: "Motiveringar", "Rationale";
    /// Sheet of what stands beside the matrix.
    beside_sheet: "Utanför matrisen", "Outside the matrix";
    /// Sheet of vulnerabilities.
    vulnerabilities_sheet: "Sårbarheter", "Vulnerabilities";
    /// Sheet of tasks.
    tasks_sheet: "Förmåga", "Capability";
    /// Sheet of measures.
    measures_sheet: "Åtgärder", "Measures";
    /// Sheet of changes.
    changes_sheet: "Ändringar", "Changes";
    /// Posts as they were held at the last edition and are now, as a title and a sheet.
    posts_since: "Uppdrag då och nu", "Posts then and now";
    /// What is not stated, in a cell.
    unsaid: "ej angivet", "not stated";
}
