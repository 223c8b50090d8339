//! The same verdict on the command line, for those who publish a file.

mod changes;
mod export;
mod import;
mod matrix;
mod round;
mod seal;
mod verify;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use ombud::coverage::forecast::{Forecast, MOST_MONTHS};
use ombud::disclosure::{Extract, NoReceiver, Receiver};
use ombud::engine::lens::Lens;
use ombud::engine::{Engine, Reply, Request};
use ombud::exchange::field::SheetTarget;
use ombud::organisation::problem::{Problem, Problems};
use ombud::organisation::value::{Date, Language, parse_date};
use ombud::publish::{FileEnding, Output};
use ombud::verdict::File;
use ombud::{text, verdict};

const HELP: &str = "\
ombud check FILE [--as-of YYYY-MM-DD] [--json] [--sv]
    Judges the file on the day: its own `as_of` unless given, else today.
    Exits 0 when no rule that must hold is missing or broken, also where one is accepted or cannot be told; 1 when one
    is, 2 when the file cannot be read.
    --json prints the verdict; --sv speaks Swedish. Problems with the file, and exceptions that accept
    nothing any longer, go to standard error.
ombud forecast FILE [--as-of YYYY-MM-DD] [--months N] [--json] [--sv]
    How many subjects each rule has and how many it holds for, on that day and on every later day on which that changes,
    as the file stands; 12 months ahead unless given, 120 at most. Without --json, also what falls on each day.
ombud extract FILE --for public|internal|party:ID|department:ID [--as-of YYYY-MM-DD] [--sv]
    Prints an extract of the file for that receiver: a file of the same format in which what is not for them is absent.
    How many items are left out, and why, goes to standard error. Whether someone still holds a post is asked of the day.
ombud export FILE --as WHAT [--for RECEIVER] [--format FORMAT] [--as-of YYYY-MM-DD] [--sv]
    Writes what the page saves for others to standard output: report (html, xlsx), contacts (vcf), calendar (ics),
    findings, organisation, risks, measures (csv, xlsx); the first format unless another is given. RECEIVER is one of
    those of extract, and then nothing is in it that the extract does not hold; or all, as unless given.
ombud import FILE SHEET... [--as TARGET] [--as-of YYYY-MM-DD] [--json] [--sv]
    Takes sheets of other programs into the file and prints it in canonical form. What cannot be used, and what would
    be asked, is left out and told on standard error. TARGET says what the rows are: units, workplaces, people, posts,
    risks, measures or departments; unless given, the headings do.
    Exits 0 when everything in the sheets was used, 1 when something was left out, 2 when something cannot be read.
ombud matrix FILE [--json] [--to ombud|ciso-assistant] [--sv]
    The matrices of a file, or of a risk matrix library of CISO Assistant (YAML), and what is unwise about them.
    --to ombud prints them as a file of format 1, --to ciso-assistant as a library. Exits 2 when one cannot be used.
ombud diff OLD NEW [--by TEXT] [--sv]
    Prints a change file: what NEW changes in OLD, field by field, and who says so. Brought into OLD it gives NEW.
ombud merge FILE CHANGES... [--noted] [--json] [--sv]
    Brings change files into the file and prints it in canonical form. A field is changed where the file has the value
    that the change file began from; where it has another, or two change files give two, that is told as a conflict and
    nothing is changed. One that began from an extract changes only what that extract held.
    Exits 0 when all was taken, 1 when there are conflicts or refusals, 2 when something cannot be read.
    --noted also notes in the file's rounds which of them have been answered, today. --json prints what was taken, conflicts, refusals and the file.
ombud round FILE --new NAME --due YYYY-MM-DD --out FOLDER [--for RECEIVER...] [--message TEXT] [--answer-to ADDRESS]
            [--page ADDRESS] [--sealed] [--as-of YYYY-MM-DD] [--sv]
    Writes to the folder an extract for each department, company and external party (or for those named by --for, once
    for each), a letter (.eml) with each that asks for it back by that day, and the file with the round kept in it
    (organisation.json); prints for whom they are. --page says in the letters where Ombud is. --sealed encrypts each
    extract under a passphrase of its own and lists these beside the folder. Nothing is written over: a file that is
    there ends it with 2.
ombud round FILE [--as-of YYYY-MM-DD]
    Prints how the rounds of the file stand, a line for each who is asked: the round, who, the last day to answer, the
    days when it was sent, answered, brought in and turned down, and whether the answer is late.
ombud verify FILE... [--json] [--sv]
    Follows the chain that the savings of a file make through the file and earlier ones of it, in any order, and says of
    each how it stands, and of which savings the file before is not there.
    Exits 0 when the chain holds, 1 when it breaks at one of the files, 2 when one cannot be read.
ombud canonical FILE
    Prints the file in canonical form.
";

struct Options {
    command: String,
    file: String,
    as_of: Option<Date>,
    months: u32,
    json: bool,
    to: Option<matrix::MatrixFormat>,
    language: Language,
    /// What the rows of imported sheets are.
    target: Option<SheetTarget>,
    /// Files that are imported.
    sheets: Vec<String>,
    /// Whether what is brought in is noted in the rounds of the file.
    noted: bool,
    /// The new file of `diff`, the change files of `merge`, the further files of `verify`.
    others: Vec<String>,
    round: round::RoundOptions,
    /// The name of whoever makes the change file.
    by: Option<String>,
    receiver: Option<Receiver>,
    output: Option<Output>,
    ending: Option<FileEnding>,
}

fn main() -> ExitCode {
    let asks = |argument: String| matches!(&*argument, "--help" | "-h");
    if std::env::args().nth(1).is_some_and(|first| first == "help") || std::env::args().skip(1).any(asks) {
        print(HELP);
        return ExitCode::SUCCESS;
    }
    let options = match parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(complaint) => {
            eprintln!("{complaint}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let bytes = match std::fs::read(&options.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{}: {error}", options.file);
            return ExitCode::from(2);
        }
    };
    match &*options.command {
        "matrix" => return matrix::run(&options, bytes),
        "diff" => return changes::diff(&options, bytes),
        "merge" => return changes::merge(&options, bytes),
        "round" => return round::run(&options, bytes),
        "verify" => return verify::run(&options, bytes),
        _ => {}
    }
    let mut engine = Engine::default();
    if let Err(problem) = engine.open(options.file.clone(), bytes, &mut |_| ()) {
        eprintln!("{}", line(&options, &problem));
        return ExitCode::from(2);
    }
    if options.command == "import" {
        return import::run(&mut engine, &options);
    }
    let (out, code) = match options.command.as_str() {
        "canonical" => (say(&mut engine, &Request::Canonical), ExitCode::SUCCESS),
        "forecast" => (forecast(&mut engine, &options), ExitCode::SUCCESS),
        "extract" => extract(&mut engine, &options),
        "export" => return export::run(&mut engine, &options),
        _ => check(&mut engine, &options),
    };
    print(&out);
    code
}

fn print(bytes: impl AsRef<[u8]>) {
    let mut out = std::io::stdout();
    let written = out.write_all(bytes.as_ref()).and_then(|()| out.flush());
    // A closed pipe is the reader's wish; a full disk is not.
    if let Some(error) = written.err().filter(|error| error.kind() != std::io::ErrorKind::BrokenPipe) {
        eprintln!("standard output: {error}");
        std::process::exit(2);
    }
}

/// The commands there are.
const COMMANDS: [&str; 11] =
    ["check", "forecast", "extract", "export", "import", "matrix", "diff", "merge", "round", "verify", "canonical"];

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let command = arguments.next().unwrap_or_default();
    if !COMMANDS.contains(&command.as_str()) {
        return Err(format!("unknown command: {command:?}"));
    }
    let mut options = Options {
        command,
        file: String::new(),
        as_of: None,
        months: 12,
        json: false,
        to: None,
        language: Language::English,
        target: None,
        sheets: Vec::new(),
        noted: false,
        others: Vec::new(),
        round: round::RoundOptions::default(),
        by: None,
        receiver: None,
        output: None,
        ending: None,
    };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => options.json = true,
            "--sv" => options.language = Language::Swedish,
            "--as-of" => {
                let day = arguments.next().unwrap_or_default();
                options.as_of = Some(parse_date(&day).ok_or_else(|| format!("not a day, YYYY-MM-DD: {day:?}"))?);
            }
            "--months" => {
                let months = arguments.next().unwrap_or_default();
                let fits = |months: &u32| *months <= MOST_MONTHS;
                let wrong = || format!("not a number of months, {MOST_MONTHS} at most: {months:?}");
                options.months = months.parse().ok().filter(fits).ok_or_else(wrong)?;
            }
            "--for" => {
                let receiver = arguments.next().unwrap_or_default();
                let wrong = |why: NoReceiver| text::extract::no_receiver(&why, options.language);
                let is_all = receiver == "all" && options.command == "export";
                let receiver = if is_all { None } else { Some(receiver.parse().map_err(wrong)?) };
                match receiver {
                    Some(receiver) if options.command == "round" => options.round.receivers.push(receiver),
                    receiver => options.receiver = receiver,
                }
            }
            "--as" if options.command == "export" => {
                options.output = Some(export::output(&arguments.next().unwrap_or_default())?);
            }
            "--format" => options.ending = Some(export::ending(&arguments.next().unwrap_or_default())?),
            "--to" => {
                let form = arguments.next().unwrap_or_default();
                let wrong = || format!("neither ombud nor ciso-assistant: {form:?}");
                options.to = Some(matrix::MatrixFormat::from_word(&form).ok_or_else(wrong)?);
            }
            "--as" => {
                let word = arguments.next().unwrap_or_default();
                let all = || SheetTarget::ALL.map(SheetTarget::word).join(", ");
                let wrong = || format!("no kind of sheet: {word:?}; there are {}", all());
                options.target = Some(SheetTarget::from_word(&word).ok_or_else(wrong)?);
            }
            "--new" => options.round.name = arguments.next().unwrap_or_default(),
            "--message" => options.round.message = arguments.next().unwrap_or_default(),
            "--answer-to" => options.round.answer_to = arguments.next().unwrap_or_default(),
            "--page" => options.round.page = arguments.next().unwrap_or_default(),
            "--sealed" => options.round.sealed = true,
            "--out" => options.round.out = arguments.next().unwrap_or_default(),
            "--due" => {
                let due = arguments.next().unwrap_or_default();
                options.round.due = Some(parse_date(&due).ok_or_else(|| format!("not a day, YYYY-MM-DD: {due:?}"))?);
            }
            "--noted" if options.command == "merge" => options.noted = true,
            "--by" if options.command == "diff" => options.by = Some(arguments.next().ok_or("by whom? --by TEXT")?),
            option if option.starts_with('-') => return Err(format!("unknown option: {option}")),
            file if options.file.is_empty() => file.clone_into(&mut options.file),
            sheet if options.command == "import" => options.sheets.push(sheet.to_owned()),
            other if matches!(&*options.command, "diff" | "merge" | "verify") => options.others.push(other.to_owned()),
            other => return Err(format!("one file at a time: {other}")),
        }
    }
    complete(options)
}

/// The options, where they have all that their command asks for.
fn complete(options: Options) -> Result<Options, String> {
    if options.file.is_empty() {
        return Err("which file?".to_owned());
    }
    if options.command == "extract" && options.receiver.is_none() {
        return Err("for whom? --for public, internal, party:ID or department:ID".to_owned());
    }
    if options.command == "import" && options.sheets.is_empty() {
        return Err("which sheets?".to_owned());
    }
    match (&*options.command, options.others.len()) {
        ("diff", 0) => return Err("with which file? diff OLD NEW".to_owned()),
        ("diff", 2..) => return Err("two files, diff OLD NEW".to_owned()),
        ("merge", 0) => return Err("which change files?".to_owned()),
        _ => {}
    }
    if options.command == "round" {
        options.round.check()?;
    }
    if options.command == "export" {
        export::check(&options)?;
    }
    Ok(options)
}

/// The day asked for, else the file's own, else today.
fn day(engine: &mut Engine, options: &Options) -> Date {
    let as_of = match engine.handle(&Request::Summary) {
        Reply::Opened(summary) => summary.as_of,
        _ => None,
    };
    options.as_of.or(as_of).unwrap_or_else(today)
}

/// The verdict, or a summary of it, and what the process exits with.
fn check(engine: &mut Engine, options: &Options) -> (String, ExitCode) {
    let on = day(engine, options);
    let judged = |file: &File<'_>, coverage: &verdict::Coverage<'_>, problems: &Problems| {
        let stale = verdict::stale_exceptions(file, coverage).into_iter();
        let stale = stale.map(|(finding, _)| text::rules::stale_exception(finding, options.language));
        let incomplete = verdict::incomplete_exceptions(file, coverage).into_iter();
        let incomplete =
            incomplete.map(|(finding, lacks)| text::rules::incomplete_exception(finding, &lacks, options.language));
        (verdict::no_must_has_a_gap(coverage), problems.clone(), stale.chain(incomplete).collect::<Vec<_>>())
    };
    let (is_free_of_gaps, problems, exceptions) = engine.judge(on, judged).unwrap_or_default();
    for problem in &problems.list {
        eprintln!("{}", line(options, problem));
    }
    if problems.count > problems.list.len() {
        eprintln!("{}: + {}", options.file, problems.count - problems.list.len());
    }
    for exception in exceptions {
        eprintln!("{}: {exception}", options.file);
    }
    let out = if options.json { say(engine, &Request::Verdict { on }) } else { summary(engine, on, options.language) };
    (out, if is_free_of_gaps { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn summary(engine: &mut Engine, on: Date, language: Language) -> String {
    let Reply::Overview(overview) = engine.handle(&Request::Overview { lens: Lens::whole(on) }) else {
        return String::new();
    };
    let headline = text::overview::headline(&overview, language);
    let headline: Vec<_> =
        headline.iter().map(|said| format!("{}{}{}", said.before, said.stress, said.after)).collect();
    let mut out = format!("{}\n{}\n", headline.join(" "), text::overview::after(&overview, language));
    if let Some(doubt) = text::nobody::line(&overview.nobodies, language) {
        let _ = writeln!(out, "{doubt}");
    }
    out.push('\n');
    for row in &overview.rules {
        let tally = &row.tally;
        let rule = row.text.as_ref().map_or(row.id.as_str(), |text| text.say(language));
        let _ = writeln!(out, "{:>7}/{:<7} {rule}", tally.held(), tally.applicable);
    }
    out
}

/// The steps of coverage, or a list of them with what falls.
fn forecast(engine: &mut Engine, options: &Options) -> String {
    let from = day(engine, options);
    let told = |file: &File<'_>, forecast: &Forecast<'_>| {
        if options.json { forecast.to_json() } else { steps(file, forecast, options.language) }
    };
    engine.foresee(from, options.months, told).unwrap_or_default()
}

/// Every day on which a figure changes: the rules whose figures do, and under each what falls.
fn steps(file: &File<'_>, forecast: &Forecast<'_>, language: Language) -> String {
    let mut out = String::new();
    for day in forecast.days() {
        let _ = writeln!(out, "{day}");
        for (course, number) in forecast.courses.iter().zip(0..) {
            let Some(step) = course.steps.iter().find(|step| step.on == day) else { continue };
            let rule = course.rule.text.as_ref().map_or(&*course.rule.id, |text| text.say(language));
            let _ = writeln!(out, "{:>7}/{:<7} {rule}", step.met, step.applicable);
            let falls = forecast.falls.iter().filter(|fall| fall.on == day && fall.finding.rule == number);
            for fall in falls {
                let _ = writeln!(out, "{:>16} {}", "-", fall.finding.subject.id(&file.organisation, &file.index));
            }
        }
    }
    out
}

/// The extract, once what it leaves out has been told.
fn extract(engine: &mut Engine, options: &Options) -> (String, ExitCode) {
    let (on, language) = (day(engine, options), options.language);
    let told = |extract: Result<Extract<'_>, NoReceiver>| match extract {
        Ok(extract) => {
            let stay = extract.left_out.values().sum();
            eprintln!("{}: {}", options.file, text::extract::tally(extract.leaving(), stay, language));
            for (ground, count) in &extract.left_out {
                eprintln!("{count:>7} {}: {}", ground.word(), text::extract::ground(ground, language));
            }
            (extract.text(), ExitCode::SUCCESS)
        }
        Err(why) => {
            eprintln!("{}: {}", options.file, text::extract::no_receiver(&why, language));
            (String::new(), ExitCode::from(2))
        }
    };
    let receiver = options.receiver.as_ref().unwrap_or(&Receiver::Public);
    engine.extract(receiver, on, today(), told).unwrap_or_default()
}

fn line(options: &Options, problem: &Problem) -> String {
    line_in(&options.file, options.language, problem)
}

/// A problem of the file of this name.
fn line_in(file: &str, language: Language, problem: &Problem) -> String {
    let place = &problem.place;
    let said = text::problem::said(problem, language);
    format!("{file}:{}:{}: {}: {said}", place.line, place.column, place.path)
}

fn say(engine: &mut Engine, request: &Request) -> String {
    match engine.handle(request) {
        Reply::Text(text) => text,
        _ => String::new(),
    }
}

/// Today, in universal time.
fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default();
    let days = i32::try_from(seconds / 86_400).unwrap_or_default();
    Date::from_epoch_days(days).unwrap_or_default()
}
