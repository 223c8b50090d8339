//! Asks of every mutant that cargo-mutants lists whether a test notices it. `make mutants` calls it.
//!
//! cargo-mutants compiles the library again for each, which takes days here. All of them are therefore compiled at once,
//! into a copy of the tree under `target/mutants`, and each is chosen when a test runs. Those for which that does not
//! compile, though they might by themselves, are left for cargo-mutants.

mod ask;
mod list;
mod rewrite;
mod tree;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use ask::Outcome;
use list::Mutant;

/// How many of a hundred mutants the tests have to notice.
const WANTED: usize = 95;

fn main() -> ExitCode {
    let folder = env::current_dir().expect("a folder").join("target/mutants");
    let mutants = list::all();
    println!("    {} mutants", mutants.len());
    let built = tree::build(&mutants, &folder);
    let tests = ask::tests(&built.programs, &folder);
    println!("    {} tests", tests.len());
    let mut outcomes: BTreeMap<usize, Outcome> = (built.unviable.iter().map(|number| (*number, Outcome::Unviable)))
        .chain(built.left.iter().map(|number| (*number, Outcome::Left)))
        .collect();
    if env::args().any(|arg| arg == "--again") {
        outcomes.extend(noticed_before(&mutants, &folder));
    }
    let asked: Vec<usize> = (0..mutants.len()).filter(|number| !outcomes.contains_key(number)).collect();
    outcomes.extend(asked.iter().copied().zip(ask::outcomes(&asked, &tests, &folder)));
    report(&mutants, &outcomes, &folder)
}

/// Those that tests have noticed before; only what they did not is asked again.
fn noticed_before(mutants: &[Mutant], folder: &Path) -> BTreeMap<usize, Outcome> {
    let before = fs::read_to_string(folder.join("outcomes.txt")).unwrap_or_default();
    let before: BTreeMap<&str, &str> =
        before.lines().filter_map(|line| line.split_once(": ")).map(|(what, name)| (name, what)).collect();
    let noticed = |mutant: &Mutant| match before.get(&*mutant.name) {
        Some(&"caught") => Some(Outcome::Caught),
        Some(&"timeout") => Some(Outcome::Timeout),
        _ => None,
    };
    (mutants.iter().enumerate()).filter_map(|(number, mutant)| Some((number, noticed(mutant)?))).collect()
}

/// Writes what became of each, prints those that no test notices, and counts them by room.
fn report(mutants: &[Mutant], outcomes: &BTreeMap<usize, Outcome>, folder: &Path) -> ExitCode {
    let mut rooms: BTreeMap<&str, [usize; 6]> = BTreeMap::new();
    let mut lines = String::new();
    for (number, outcome) in outcomes {
        let mutant = &mutants[*number];
        for room in [mutant.room(), "together"] {
            rooms.entry(room).or_default()[*outcome as usize] += 1;
        }
        let line = format!("{}: {}\n", outcome.word(), mutant.name);
        if matches!(outcome, Outcome::Missed | Outcome::Unreached | Outcome::Left) {
            print!("{line}");
        }
        lines.push_str(&line);
    }
    fs::write(folder.join("outcomes.txt"), lines).expect("the outcomes to be written");
    println!("{:16}{}", "", Outcome::ALL.map(|outcome| format!("{:>10}", outcome.word())).concat());
    for (room, counts) in &rooms {
        println!("{room:16}{}", counts.map(|count| format!("{count:>10}")).concat());
    }
    let [caught, timeout, missed, unreached, ..] = rooms["together"];
    let (noticed, viable) = (caught + timeout, caught + timeout + missed + unreached);
    let per_mille = noticed * 1000 / viable.max(1);
    println!("{noticed} of {viable} viable mutants are noticed, {}.{} %", per_mille / 10, per_mille % 10);
    if noticed * 100 >= viable * WANTED { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
