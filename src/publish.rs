//! What the page saves for others, as files made without a page: for whoever publishes on a schedule.
//!
//! What is for a receiver is made by an engine that has nothing but the extract for them ([`Engine::drawn`]). So no output
//! has to know what is for whom, and a new one cannot forget it.
//!
//! A newcomer may add an [`Output`], or a format that one is written in: the tests of extracts then look at it too. Names
//! and words of both are a contract with those who call the command line.

use crate::disclosure::{Audience, NoReceiver, Receiver};
use crate::engine::Engine;
use crate::engine::lens::{FindingFilter, Lens, Window};
use crate::engine::request::{Reply, Request};
use crate::exchange::desk::SheetService;
use crate::exchange::field::SheetTarget;
use crate::exchange::request::{Format, SheetReply, SheetRequest};
use crate::exchange::sheet::SheetTable;
use crate::organisation::record::words;
use crate::organisation::value::{Date, Language};
use crate::report::RULES;
use crate::report::html::html;
use crate::report::sheets::sheets;
use crate::text;

words! {
    /// What can be made of a file for others to have.
    pub enum Output {
        /// The report of the risk and vulnerability analysis.
        Report = "report",
        /// A card for everyone who holds a post.
        Contacts = "contacts",
        /// The duties of the twelve months ahead.
        Calendar = "calendar",
        /// Findings: what is not simply met.
        Findings = "findings",
        /// Units, people and posts.
        Organisation = "organisation",
        /// The register of risks.
        Risks = "risks",
        /// The list of measures.
        Measures = "measures",
    }
}

words! {
    /// The formats of files that outputs are written in, by the ending of their names.
    pub enum FileEnding {
        /// A page that needs nothing beside it.
        Html = "html",
        /// A workbook in the format `.xlsx`.
        Xlsx = "xlsx",
        /// Cards of contacts.
        Vcf = "vcf",
        /// A calendar of duties.
        Ics = "ics",
        /// A sheet as text.
        Csv = "csv",
    }
}

impl FileEnding {
    /// What a browser calls the format.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Vcf => "text/vcard",
            Self::Ics => "text/calendar",
            Self::Csv => "text/csv",
        }
    }
}

impl Output {
    /// The formats it can be written in; the first is the one it has unless another is asked for.
    pub const fn endings(self) -> &'static [FileEnding] {
        match self {
            Self::Report => &[FileEnding::Html, FileEnding::Xlsx],
            Self::Contacts => &[FileEnding::Vcf],
            Self::Calendar => &[FileEnding::Ics],
            Self::Findings | Self::Organisation | Self::Risks | Self::Measures => &[FileEnding::Csv, FileEnding::Xlsx],
        }
    }

    /// Which of its formats it is written in where a sheet is wanted in this one.
    pub fn ending(self, format: Format) -> Option<FileEnding> {
        let wanted = if format == Format::Xlsx { FileEnding::Xlsx } else { FileEnding::Csv };
        let endings = self.endings();
        if endings.contains(&wanted) { Some(wanted) } else { endings.first().copied() }
    }

    /// What it is a sheet of, item by item; nothing where it is made in another way.
    pub const fn targets(self) -> &'static [SheetTarget] {
        match self {
            Self::Organisation => &[SheetTarget::Units, SheetTarget::People, SheetTarget::Posts],
            Self::Risks => &[SheetTarget::Risks],
            Self::Measures => &[SheetTarget::Measures],
            Self::Report | Self::Contacts | Self::Calendar | Self::Findings => &[],
        }
    }
}

/// What is wanted, in which format, and for whom.
#[derive(Debug, Clone)]
pub struct Order {
    /// What is to be made.
    pub output: Output,
    /// In which of its formats.
    pub ending: FileEnding,
    /// For whom; none for those who may read all that the file says.
    pub receiver: Option<Receiver>,
    /// The day it speaks of.
    pub on: Date,
    /// The day it is made.
    pub made: Date,
    /// The language it is said in.
    pub language: Language,
}

/// Makes what is ordered of the file that an engine has open. None where nothing is open.
pub fn publish(engine: &mut Engine, order: &Order) -> Result<Option<Vec<u8>>, NoReceiver> {
    // A report draws the extract of its reader itself, and says of which whole file: of that it can be made again.
    let is_drawn_by_itself =
        order.output == Output::Report && matches!(order.receiver, Some(Receiver::Public | Receiver::Internal));
    match &order.receiver {
        Some(receiver) if !is_drawn_by_itself => {
            let drawn = engine.drawn(receiver, order.on, order.made).transpose()?;
            Ok(drawn.and_then(|mut drawn| made(&mut drawn, order)))
        }
        _ => Ok(made(engine, order)),
    }
}

/// The output as it is of all that an engine has.
fn made(engine: &mut Engine, order: &Order) -> Option<Vec<u8>> {
    match order.output {
        Output::Report => report(engine, order),
        Output::Contacts => ask_desk(engine, SheetRequest::Contacts { on: order.on, language: order.language }),
        Output::Calendar => calendar(engine, order),
        Output::Findings => findings(engine, order),
        Output::Organisation | Output::Risks | Output::Measures => export(engine, order),
    }
}

fn report(engine: &mut Engine, order: &Order) -> Option<Vec<u8>> {
    let audience = order.receiver.as_ref().map_or(Audience::All, Receiver::audience);
    let Reply::Text(hash) = engine.handle(&Request::Hash) else { return None };
    let request = Request::Report { on: order.on, profile: None, audience, rules: RULES };
    let Reply::Report(view) = engine.handle(&request) else { return None };
    let report = text::report::report(&view, &hash, order.language);
    match order.ending {
        FileEnding::Html => Some(html(&report).into_bytes()),
        _ => write(engine, order, sheets(&report)),
    }
}

fn calendar(engine: &mut Engine, order: &Order) -> Option<Vec<u8>> {
    let Reply::Opened(summary) = engine.handle(&Request::Summary) else { return None };
    let request = Request::Year { lens: Lens::whole(order.on), from: order.on };
    let Reply::Year(year) = engine.handle(&request) else { return None };
    Some(
        text::calendar::year(
            &year,
            &summary.name.sv,
            order.on,
            crate::exchange::export::calendar::Alarm::Silent,
            order.language,
        )
        .into_bytes(),
    )
}

fn findings(engine: &mut Engine, order: &Order) -> Option<Vec<u8>> {
    let window = Window { from: 0, count: u32::MAX };
    let request = Request::Findings { lens: Lens::whole(order.on), filter: FindingFilter::default(), window };
    let Reply::Findings(page) = engine.handle(&request) else { return None };
    write(engine, order, vec![text::exchange::findings(&page.rows, order.on, order.language)])
}

fn export(engine: &mut Engine, order: &Order) -> Option<Vec<u8>> {
    let targets = order.output.targets().to_vec();
    let Order { language, on, .. } = *order;
    ask_desk(engine, SheetRequest::Export { targets, format: format(order), language, on })
}

fn write(engine: &mut Engine, order: &Order, tables: Vec<SheetTable>) -> Option<Vec<u8>> {
    ask_desk(engine, SheetRequest::Write { tables, format: format(order) })
}

fn format(order: &Order) -> Format {
    if order.ending == FileEnding::Xlsx { Format::Xlsx } else { Format::Csv }
}

/// What the program of sheets makes, told what the engine has.
fn ask_desk(engine: &mut Engine, wish: SheetRequest) -> Option<Vec<u8>> {
    let Reply::Directory(directory) = engine.handle(&Request::Directory) else { return None };
    let mut desk = SheetService::new(text::exchange::legend);
    desk.handle(SheetRequest::Know(directory), &mut |_| ());
    match desk.handle(wish, &mut |_| ()) {
        SheetReply::File(bytes) => Some(bytes),
        _ => None,
    }
}
