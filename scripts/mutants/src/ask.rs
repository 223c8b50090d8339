//! Asks the tests about each mutant: those that reach it, the quickest first.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// A property is asked of fewer files than in `make test`, but of the same in each run.
const ENVIRONMENT: [(&str, &str); 3] =
    [("PROPTEST_CASES", "8"), ("PROPTEST_RNG_SEED", "20261129"), ("RUST_TEST_THREADS", "1")];
/// What a test may take in memory (KiB), so that a loop without end does not take all there is.
const MEMORY: &str = "ulimit -v 6000000; exec \"$0\" \"$@\"";
/// How many tests are asked at once.
const AT_ONCE: usize = 16;
/// How many programs run at the same time.
const WORKERS: usize = 2;

pub struct Test {
    pub program: PathBuf,
    pub name: String,
    took: Duration,
    reaches: Vec<usize>,
}

/// What becomes of a mutant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// A test fails.
    Caught,
    /// A test takes ten times as long as without it.
    Timeout,
    /// All tests pass.
    Missed,
    /// No test comes by.
    Unreached,
    /// It does not compile.
    Unviable,
    /// It may well compile, but not beside others.
    Left,
}

impl Outcome {
    pub const ALL: [Self; 6] = [Self::Caught, Self::Timeout, Self::Missed, Self::Unreached, Self::Unviable, Self::Left];

    pub fn word(self) -> &'static str {
        ["caught", "timeout", "missed", "unreached", "unviable", "left"][self as usize]
    }
}

/// How long a test may take that is asked: ten seconds, or `LONGEST`.
fn longest() -> Duration {
    let seconds = std::env::var("LONGEST").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(10.0);
    Duration::from_secs_f64(seconds)
}

fn run(program: &Path, tree: &Path, tests: &[&str], variable: (&str, &str), limit: Duration) -> Outcome {
    let mut child = Command::new("sh")
        .args(["-c", MEMORY])
        .arg(program)
        .arg("--exact")
        .args(tests)
        .envs(ENVIRONMENT)
        .env(variable.0, variable.1)
        .current_dir(tree)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a test to start");
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a test to end") {
            return if status.success() { Outcome::Missed } else { Outcome::Caught };
        }
        if begun.elapsed() > limit {
            let _ = (child.kill(), child.wait());
            return Outcome::Timeout;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// Does something with each, two at a time.
fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(usize, &T) -> R + Sync) -> Vec<R> {
    let (next, done) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some((at, item)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, items.get(at)?)))
                {
                    let result = work(at, item);
                    done.lock().expect("no worker to fail").insert(at, result);
                }
            });
        }
    });
    done.into_inner().expect("no worker to fail").into_values().collect()
}

/// Runs every test once, by itself, without a mutant.
pub fn tests(programs: &[PathBuf], folder: &Path) -> Vec<Test> {
    let tree = folder.join("tree");
    let mut named = Vec::new();
    for program in programs {
        let listed = Command::new(program)
            .args(["--list", "--format", "terse"])
            .current_dir(&tree)
            .output()
            .expect("a list of tests");
        let listed = String::from_utf8(listed.stdout).expect("names in UTF-8");
        named
            .extend(listed.lines().filter_map(|line| Some((program.clone(), line.strip_suffix(": test")?.to_owned()))));
    }
    each(&named, |at, (program, name)| {
        let reached = folder.join(format!("reached-{at}"));
        let _ = fs::remove_file(&reached);
        let begun = Instant::now();
        let path = reached.to_str().expect("a folder in UTF-8");
        let outcome = run(program, &tree, &[name], ("MUTANTS_REACHED", path), longest());
        let mut noted = fs::read_to_string(&reached).unwrap_or_default();
        if outcome != Outcome::Missed {
            println!(
                "    not asked, for it {}: {name}",
                if outcome == Outcome::Timeout { "takes too long" } else { "fails by itself" }
            );
            noted.clear();
        }
        let _ = fs::remove_file(&reached);
        Test {
            program: program.clone(),
            name: name.clone(),
            took: begun.elapsed(),
            reaches: noted.lines().filter_map(|line| line.parse().ok()).collect(),
        }
    })
}

/// What becomes of each mutant.
pub fn outcomes(mutants: &[usize], tests: &[Test], folder: &Path) -> Vec<Outcome> {
    let tree = folder.join("tree");
    let mut reached_by: BTreeMap<usize, Vec<&Test>> = BTreeMap::new();
    for test in tests {
        for number in &test.reaches {
            reached_by.entry(*number).or_default().push(test);
        }
    }
    for tests in reached_by.values_mut() {
        tests.sort_by_key(|test| test.took);
    }
    each(mutants, |at, number| {
        if at % 200 == 0 {
            println!("    {at} of {}", mutants.len());
        }
        let Some(tests) = reached_by.get(number) else { return Outcome::Unreached };
        for some in tests.chunks(AT_ONCE) {
            let mut of_program: BTreeMap<&Path, Vec<&Test>> = BTreeMap::new();
            for test in some {
                of_program.entry(&test.program).or_default().push(test);
            }
            for (program, tests) in of_program {
                let limit = Duration::from_secs(3) + tests.iter().map(|test| test.took).sum::<Duration>() * 10;
                let names: Vec<&str> = tests.iter().map(|test| &*test.name).collect();
                let outcome = run(program, &tree, &names, ("MUTANT", &number.to_string()), limit);
                if outcome != Outcome::Missed {
                    return outcome;
                }
            }
        }
        Outcome::Missed
    })
}
