//! `ombud verify`: the chain that the savings of a file make, followed through the files that are there.

use std::process::ExitCode;

use ombud::organisation::record::Value;
use ombud::organisation::write::{ObjectWriter, pretty, write_list};
use ombud::organisation::{decode, read};
use ombud::text::trail as text;
use ombud::trail::{Chain, Standing, TrailFile, chain};

use super::{Options, line_in, print};

/// Prints how each file stands.
pub(super) fn run(options: &Options, first: Vec<u8>) -> ExitCode {
    let mut files = vec![link(options, &options.file, first)];
    for name in &options.others {
        match std::fs::read(name) {
            Ok(bytes) => files.push(link(options, name, bytes)),
            Err(error) => {
                eprintln!("{name}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    let chain = chain(&files);
    print(if options.json { json(&files, &chain) } else { said(options, &files, &chain) });
    if chain.files.contains(&Standing::Unreadable) {
        return ExitCode::from(2);
    }
    if chain.holds() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// A file as a link; why it cannot be read goes to standard error.
fn link(options: &Options, name: &str, bytes: Vec<u8>) -> TrailFile {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(why) => {
            eprintln!("{}", line_in(name, options.language, &why));
            return TrailFile::unreadable(name);
        }
    };
    match read(&text, &mut |_| ()) {
        Ok((organisation, _)) => TrailFile::of(name, &text, &organisation),
        Err(why) => {
            eprintln!("{}", line_in(name, options.language, &why));
            TrailFile::unreadable(name)
        }
    }
}

/// The verdict, a line for each file, and one for each file that is not there.
fn said(options: &Options, files: &[TrailFile], chain: &Chain) -> String {
    let language = options.language;
    let mut lines = vec![text::verdict(chain, language)];
    let standings = files.iter().zip(&chain.files);
    lines.extend(standings.map(|(file, standing)| format!("{}: {}", file.name, text::standing(*standing, language))));
    lines.extend(chain.gaps.iter().map(|gap| text::gap(gap, language)));
    lines.join("\n") + "\n"
}

fn json(files: &[TrailFile], chain: &Chain) -> String {
    let mut out = String::new();
    let mut object = ObjectWriter::new(&mut out);
    chain.holds().write(object.key("holds"));
    write_list(files.iter().zip(&chain.files), object.key("files"), |(file, standing), out| {
        let mut object = ObjectWriter::new(out);
        object.field("file", &&*file.name);
        object.field("sha256", &&*file.sha256);
        object.field("standing", &standing.word());
        object.end();
    });
    write_list(&chain.gaps, object.key("missing"), |gap, out| {
        let mut object = ObjectWriter::new(out);
        object.field("number", &gap.number);
        object.field("date", &gap.date);
        object.field("by", &&*gap.by);
        object.field("sha256", &&*gap.sha256);
        object.end();
    });
    object.end();
    pretty(&out) + "\n"
}
