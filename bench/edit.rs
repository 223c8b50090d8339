//! What changing one post costs, next to opening the file and judging it: `cargo bench --bench edit -- FILE…`
//!
//! Of each file: bytes to verdict and overview once, then posts given another holder and taken back, one after the
//! other. Each time is a median; the ratio is what one edit and its overview are of the whole.

#![allow(clippy::disallowed_methods, reason = "a measurement runs natively, where the standard library is at hand")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use ombud::draft::{ChangeKind, FieldValue, Patch};
use ombud::engine::lens::{FindingFilter, Lens, Window};
use ombud::engine::{Engine, Reply, Request};
use ombud::organisation::ListName;
use ombud::organisation::value::Date;

/// Posts changed.
const EDITS: usize = 100;

fn main() {
    let files: Vec<PathBuf> =
        std::env::args().skip(1).filter(|argument| argument != "--bench").map(Into::into).collect();
    let files =
        if files.is_empty() { vec!["bench/data/city.json".into(), "bench/data/country.json".into()] } else { files };
    for file in files {
        match std::fs::read(&file) {
            Ok(bytes) => measure(&file.display().to_string(), bytes),
            Err(error) => eprintln!("{}: {error} (make bench generates it)", file.display()),
        }
    }
}

fn measure(file: &str, bytes: Vec<u8>) {
    let mut engine = Engine::default();
    let began = Instant::now();
    engine.open(file.to_owned(), bytes, &mut |_| ()).expect("the file opens");
    let Reply::Opened(summary) = engine.handle(&Request::Summary) else { panic!("it is open") };
    let lens = Lens::whole(summary.as_of.unwrap_or_default());
    let overview = Request::Overview { lens: lens.clone() };
    engine.handle(&overview);
    let whole = began.elapsed();

    let window = Window { from: 0, count: 50 };
    let findings = Request::Findings { lens: lens.clone(), filter: FindingFilter::default(), window };
    let (mut edits, mut overviews, mut lists) = (Vec::new(), Vec::new(), Vec::new());
    for (post, other) in posts(&mut engine, lens.on).into_iter().cycle().take(EDITS) {
        let set = Patch::Set {
            list: ListName::Assignments,
            key: post,
            fields: vec![("person".into(), FieldValue::Text(other))],
        };
        for request in [Request::Change { name: ChangeKind::Edit, patches: vec![set] }, Request::Undo] {
            edits.push(time(&mut engine, &request));
            overviews.push(time(&mut engine, &overview));
            lists.push(time(&mut engine, &findings));
        }
    }
    // What is no post has the file read again.
    let unit = {
        let units = Request::Units { lens: lens.clone(), parent: None, find: "a".into(), window };
        let Reply::Units(page) = engine.handle(&units) else { panic!("units are answered") };
        page.rows[0].unit.id.clone()
    };
    let name = vec![("name".into(), FieldValue::Text("Ny".into()))];
    let renamed = Request::Change {
        name: ChangeKind::Edit,
        patches: vec![Patch::Set { list: ListName::Units, key: unit, fields: name }],
    };
    let read: Vec<Duration> =
        (0..10).flat_map(|_| [&renamed, &Request::Undo].map(|request| time(&mut engine, request))).collect();
    let (edit, overview, list) = (median(edits), median(overviews), median(lists));
    println!("{file}");
    println!("  bytes to verdict and overview  {:>10.2} ms", milliseconds(whole));
    println!("  an edit                        {:>10.3} ms", milliseconds(edit));
    println!("  the overview after it          {:>10.3} ms", milliseconds(overview));
    println!("  fifty findings after it        {:>10.3} ms", milliseconds(list));
    println!("  an edit that reads it again    {:>10.2} ms", milliseconds(median(read)));
    println!("  an edit / the whole            {:>10} of 1/1000", thousandths(edit, whole));
    println!("  an edit and overview           {:>10} of 1/1000", thousandths(edit + overview, whole));
}

/// Posts that are held, by their lines, each with someone else who could hold it.
fn posts(engine: &mut Engine, on: Date) -> Vec<(String, String)> {
    let window = Window { from: 0, count: 400 };
    let units = Request::Units { lens: Lens::whole(on), parent: None, find: "a".into(), window };
    let Reply::Units(page) = engine.handle(&units) else { panic!("units are answered") };
    let mut posts = Vec::new();
    for row in page.rows {
        let Reply::Unit(unit) = engine.handle(&Request::Unit { lens: Lens::whole(on), id: row.unit.id }) else {
            continue;
        };
        posts.extend(unit.posts.iter().filter_map(|post| Some((post.key.clone(), post.person.as_ref()?.id.clone()))));
    }
    let others: Vec<String> = posts.iter().rev().map(|(_, person)| person.clone()).collect();
    posts
        .into_iter()
        .zip(others)
        .filter(|((_, person), other)| person != other)
        .map(|((post, _), other)| (post, other))
        .collect()
}

fn time(engine: &mut Engine, request: &Request) -> Duration {
    let began = Instant::now();
    let reply = engine.handle(request);
    let took = began.elapsed();
    assert!(!matches!(reply, Reply::Refused(_) | Reply::NotFound | Reply::NothingOpen), "{reply:?}");
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn thousandths(part: Duration, whole: Duration) -> String {
    format!("{:.2}", part.as_secs_f64() / whole.as_secs_f64() * 1e3)
}
