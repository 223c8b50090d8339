//! A copy of the tree in which all mutants are, and the programs of its tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::Value;

use crate::list::Mutant;
use crate::rewrite::{Rewritten, rewrite};

const SWITCH: &str = include_str!("switch.rs");

/// Errors that a mutant has by itself, not because it became a choice: of grammar, types, traits, names and what a
/// match covers.
const OF_ITS_OWN: [&str; 18] = [
    "", "E0004", "E0061", "E0063", "E0107", "E0271", "E0277", "E0282", "E0283", "E0308", "E0369", "E0384", "E0423",
    "E0425", "E0433", "E0599", "E0600", "E0614",
];

#[derive(Deserialize)]
struct Config {
    additional_cargo_test_args: Vec<String>,
}

/// The programs of the tests, and what could not be put into them.
#[derive(Default)]
pub struct Built {
    pub programs: Vec<PathBuf>,
    /// Mutants that do not compile.
    pub unviable: BTreeSet<usize>,
    /// Mutants that may well compile, but not as a choice.
    pub left: BTreeSet<usize>,
}

/// What was found before by compiling, and is so as long as the file of the mutant is the same.
struct Known {
    path: PathBuf,
    lines: BTreeSet<String>,
}

impl Known {
    fn read(folder: &Path, name: &str) -> Self {
        let path = folder.join(name);
        let lines = fs::read_to_string(&path).unwrap_or_default().lines().map(str::to_owned).collect();
        Self { path, lines }
    }

    fn line(mutant: &Mutant) -> String {
        let mut hash = DefaultHasher::new();
        fs::read(&mutant.file).expect("a source").hash(&mut hash);
        format!("{:016x} {}", hash.finish(), mutant.name)
    }

    fn among(&self, mutants: &[Mutant]) -> BTreeSet<usize> {
        let is_known = |mutant: &Mutant| self.lines.contains(&Self::line(mutant));
        (0..mutants.len()).filter(|number| is_known(&mutants[*number])).collect()
    }

    fn write(&self, mutants: &[Mutant], found: &BTreeSet<usize>) {
        let lines: String = found.iter().map(|number| Self::line(&mutants[*number]) + "\n").collect();
        fs::write(&self.path, lines).expect("what was found to be written");
    }
}

/// Copies what git knows of here to there; what is alike stays untouched, so that it is not compiled again.
fn copy(tree: &Path, sources: &BTreeMap<&str, Rewritten>) {
    let listed = Command::new("git").args(["ls-files", "-co", "--exclude-standard"]).output().expect("git to run");
    for path in String::from_utf8(listed.stdout).expect("names in UTF-8").lines() {
        let Ok(mut content) = fs::read(path) else { continue };
        if let Some(rewritten) = sources.get(path) {
            content = rewritten.text.clone().into();
        }
        if path == "src/lib.rs" {
            content.extend(SWITCH.bytes());
        }
        let to = tree.join(path);
        if fs::read(&to).ok().as_ref() != Some(&content) {
            fs::create_dir_all(to.parent().expect("a folder")).expect("the copy to be written");
            fs::write(to, content).expect("the copy to be written");
        }
    }
}

/// Compiles until nothing is left that does not: whatever the compiler refuses is taken out.
pub fn build(mutants: &[Mutant], folder: &Path) -> Built {
    let config = fs::read_to_string(".cargo/mutants.toml").expect(".cargo/mutants.toml");
    let config: Config = toml::from_str(&config).expect("additional_cargo_test_args in .cargo/mutants.toml");
    let tree = folder.join("tree");
    let (unviable, left) = (Known::read(folder, "unviable.txt"), Known::read(folder, "left.txt"));
    let mut built = Built { programs: Vec::new(), unviable: unviable.among(mutants), left: left.among(mutants) };
    let mut constant = BTreeSet::new();
    loop {
        let mut of_file: BTreeMap<&str, Vec<(usize, &Mutant)>> = BTreeMap::new();
        for (number, mutant) in mutants.iter().enumerate() {
            if !built.unviable.contains(&number) && !built.left.contains(&number) {
                of_file.entry(&mutant.file).or_default().push((number, mutant));
            }
        }
        let sources: BTreeMap<&str, Rewritten> = (of_file.iter())
            .map(|(file, inside)| (*file, rewrite(&fs::read_to_string(file).expect("a source"), inside, &constant)))
            .collect();
        for rewritten in sources.values() {
            built.unviable.extend(&rewritten.unviable);
            built.left.extend(&rewritten.left);
        }
        unviable.write(mutants, &built.unviable);
        left.write(mutants, &built.left);
        copy(&tree, &sources);
        // The library by itself first: what is refused is so in each program that has it.
        let (mut compiles, mut messages) = cargo(folder, &["build", "--lib"]);
        if compiles {
            let mut tests = vec!["test", "--no-run"];
            tests.extend(config.additional_cargo_test_args.iter().map(String::as_str));
            (compiles, messages) = cargo(folder, &tests);
        }
        if compiles {
            built.programs = (messages.iter())
                .filter(|message| message["profile"]["test"] == true)
                .filter_map(|message| message["executable"].as_str().map(PathBuf::from))
                .collect();
            return built;
        }
        let before = (built.unviable.len(), built.left.len(), constant.len());
        for message in messages.iter().map(|message| &message["message"]).filter(|error| error["level"] == "error") {
            refuse(message, &sources, &mut built, &mut constant);
        }
        let after = (built.unviable.len(), built.left.len(), constant.len());
        println!("    {} mutants do not compile, {} are left for cargo-mutants", after.0, after.1);
        assert!(before != after, "{}", last_words(&messages));
    }
}

/// Whether cargo succeeds in the copy, and what it says.
fn cargo(folder: &Path, args: &[&str]) -> (bool, Vec<Value>) {
    let done = Command::new("cargo")
        .args(args)
        .args(["--locked", "--message-format=json"])
        .current_dir(folder.join("tree"))
        .env("CARGO_TARGET_DIR", folder.join("build"))
        .env("RUSTFLAGS", "--cap-lints=allow")
        .stderr(Stdio::null())
        .output()
        .expect("cargo to run");
    let messages = done.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
    (done.status.success(), messages.collect())
}

fn last_words(messages: &[Value]) -> String {
    let errors = messages.iter().filter_map(|message| message["message"]["rendered"].as_str());
    errors.filter(|rendered| rendered.starts_with("error")).collect()
}

/// Takes out what an error is about.
fn refuse(error: &Value, sources: &BTreeMap<&str, Rewritten>, built: &mut Built, constant: &mut BTreeSet<String>) {
    let code = error["code"]["code"].as_str().unwrap_or_default();
    let spans = error["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
    for span in spans.iter().filter(|span| span["is_primary"] == true) {
        let source = span["file_name"].as_str().and_then(|file| sources.get(file));
        let (branches, choices) = source.map_or_else(Default::default, |it| (&*it.branches, &*it.choices));
        let at = |end: &str| usize::try_from(span[end].as_u64().expect("a place")).expect("a place");
        let at = at("byte_start")..at("byte_end");
        let around = |range: &Range<usize>| range.start <= at.start && at.end <= range.end;
        let branch = branches.iter().filter(|(range, _)| around(range)).min_by_key(|(range, _)| range.len());
        let choice = choices.iter().filter(|(range, _)| around(range)).min_by_key(|(range, _)| range.len());
        if let Some((_, number)) = branch {
            let own =
                OF_ITS_OWN.contains(&code) && !error["rendered"].as_str().unwrap_or_default().contains("opaque type");
            if own { &mut built.unviable } else { &mut built.left }.insert(*number);
        } else if let Some((_, numbers)) = choice {
            built.left.extend(numbers);
        } else if code == "E0015" {
            keep_constant(error, constant);
        }
    }
}

/// A function that something constant calls stays `const`, without its mutants.
fn keep_constant(error: &Value, constant: &mut BTreeSet<String>) {
    let named = error["message"].as_str().and_then(|message| message.split('`').nth(1)).unwrap_or_default();
    let name = named.split("::").last().unwrap_or_default();
    constant.insert(name.to_owned());
}
