//! What is different from the edition before.

use super::super::numbers::{capital, date, of};
use super::super::{say, word, words};
use super::{changes_sheet, mark, posts_since, said};
use crate::engine::view::ClassView;
use crate::engine::view::report::{ChangesPart, CoverageThen, MoveRow, RoleLine};
use crate::organisation::number::saturating;
use crate::organisation::value::{Label, Language};
use crate::report::block::{Block, ReportTable, TableCell, TableColumn};

pub(super) fn blocks(part: &ChangesPart, language: Language) -> Vec<Block> {
    let mut blocks =
        vec![Block::Heading(word(language, "Ändringar sedan förra utgåvan", "Changes since the last edition").into())];
    let Some(edition) = &part.edition else {
        let none = word(
            language,
            "Filen har ingen tidigare utgåva att jämföra med.",
            "The file has no earlier edition to compare with.",
        );
        blocks.push(Block::Paragraph(none.into()));
        return blocks;
    };
    let (name, day) = (said(&edition.name, language), date(edition.date, language));
    if !edition.readable {
        blocks.push(Block::Paragraph(say!(language;
            "Utgåvan {name} från den {day} går inte att läsa.",
            "The edition {name} of {day} cannot be read.")));
        blocks.extend(coverage(part, language));
        return blocks;
    }
    let same = words::RISK.figure(part.same, language);
    blocks.push(Block::Paragraph(say!(language;
        "Jämfört med {name}, fryst den {day}. Oförändrade sedan dess: {same}.",
        "Compared with {name}, frozen on {day}. Unchanged since then: {same}.")));
    if part.not_comparable > 0 {
        let counted = capital(&words::RISK.count(part.not_comparable, language));
        blocks.push(Block::Paragraph(say!(language;
            "{counted} går inte att jämföra, eftersom metoden är en annan.",
            "{counted} cannot be compared, since the method is another.")));
    }
    let title = |label: &Label| said(label, language);
    let row = |what: &str, label: &Label, before: TableCell, now: TableCell| {
        vec![title(label).into(), what.into(), before, now]
    };
    let class = |class: &Option<ClassView>| {
        class.as_ref().map_or_else(
            || word(language, "utanför", "outside").into(),
            |class| TableCell::Class(mark(class, language)),
        )
    };
    let (new, gone, moved) =
        (word(language, "Ny", "New"), word(language, "Borttagen", "Removed"), word(language, "Ombedömd", "Reassessed"));
    let of_move = |it: &MoveRow| row(moved, &it.title, class(&it.before), class(&it.now));
    let mut rows: Vec<Vec<TableCell>> = part.moved.iter().map(of_move).collect();
    rows.extend(part.new.iter().map(|label| row(new, label, TableCell::Nothing, TableCell::Nothing)));
    rows.extend(part.gone.iter().map(|label| row(gone, label, TableCell::Nothing, TableCell::Nothing)));
    if rows.is_empty() {
        let none = match part.not_comparable {
            0 => word(language, "Ingen risk har ändrats.", "No risk has changed."),
            _ => word(language, "Ingen annan risk har ändrats.", "No other risk has changed."),
        };
        blocks.push(Block::Paragraph(none.into()));
    } else {
        blocks.push(Block::Table(ReportTable {
            title: word(language, "Risker som har ändrats", "Risks that have changed").into(),
            sheet: changes_sheet(language).into(),
            of: changes_sheet(language).into(),
            columns: vec![
                TableColumn::wide(word(language, "Risk", "Risk")),
                TableColumn::narrow(word(language, "Vad", "What")),
                TableColumn::narrow(word(language, "Då", "Then")),
                TableColumn::narrow(word(language, "Nu", "Now")),
            ],
            rows,
        }));
    }
    if !part.done.is_empty() {
        let number = saturating(part.done.len());
        let counted = capital(&words::MEASURE.count(number, language));
        blocks.push(Block::Paragraph(
            say!(language; "{counted} genomförd sedan dess:", "{counted} done since:")
                .replace("åtgärder genomförd ", "åtgärder genomförda "),
        ));
        blocks.push(Block::List(part.done.iter().map(title).collect()));
    }
    blocks.extend(coverage(part, language));
    blocks
}

/// How the posts that rules ask for were held then and are now.
fn coverage(part: &ChangesPart, language: Language) -> Vec<Block> {
    let Some(edition) = &part.edition else { return Vec::new() };
    let since = match &part.coverage {
        CoverageThen::NotTold => return Vec::new(),
        CoverageThen::Forgotten => {
            let none = word(
                language,
                "Av filen framgår inte vilka uppdrag som var tillsatta då.",
                "The file does not say which posts were held then.",
            );
            return vec![Block::Paragraph(none.into())];
        }
        CoverageThen::Remembered(since) => since,
    };
    let day = date(since.from, language);
    let short = (since.from > edition.date).then(
        || say!(language; " Längre tillbaka saknas uppgifter i filen.", " Further back the file has no information."),
    );
    let counts = say!(language;
        "Så var uppdragen tillsatta den {day} och är nu, räknat på de uppdrag som finns kvar i filen.",
        "This is how the posts were held on {day} and are now, counted on the posts that are still in the file.");
    let held = |(held, all): (u32, u32)| TableCell::Number(held.into(), of(held, all, language));
    let row = |(line, then): &(RoleLine, (u32, u32))| {
        let at = line.at.map(|at| capital(words::unit_kind(at).one(language)));
        let name = capital(&words::role(&line.role.id, line.role.name.as_ref(), line.at, language));
        vec![name.into(), at.into(), held(*then), held((line.held, line.of))]
    };
    let table = ReportTable {
        title: posts_since(language).into(),
        sheet: posts_since(language).into(),
        of: posts_since(language).into(),
        columns: vec![
            TableColumn::wide(word(language, "Roll", "Role")),
            TableColumn::narrow(word(language, "Antal per enhet", "Number per unit")),
            TableColumn::narrow(word(language, "Då", "Then")),
            TableColumn::narrow(word(language, "Nu", "Now")),
        ],
        rows: since.roles.iter().map(row).collect(),
    };
    vec![Block::Paragraph(counts + &short.unwrap_or_default()), Block::Table(table)]
}
