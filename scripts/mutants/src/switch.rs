
/// Whether the mutant of this number is the one that is asked about. With `MUTANTS_REACHED`, none is, and the file of
/// that name gets the number of each mutant that is reached.
#[doc(hidden)]
pub fn mutant(number: usize) -> bool {
    use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
    use std::sync::{LazyLock, Mutex};

    static ACTIVE: LazyLock<Option<usize>> = LazyLock::new(|| std::env::var("MUTANT").ok()?.parse().ok());
    static REACHED: [AtomicU64; 1024] = [const { AtomicU64::new(0) }; 1024];
    static NOTED: LazyLock<Option<Mutex<std::fs::File>>> = LazyLock::new(|| {
        let path = std::env::var_os("MUTANTS_REACHED")?;
        Some(Mutex::new(std::fs::OpenOptions::new().create(true).append(true).open(path).expect("a file for what is reached")))
    });

    if let Some(active) = *ACTIVE {
        return number == active;
    }
    let bit = 1 << (number % 64);
    if REACHED[number / 64].load(Relaxed) & bit == 0
        && REACHED[number / 64].fetch_or(bit, Relaxed) & bit == 0
        && let Some(file) = &*NOTED
    {
        use std::io::Write;
        writeln!(file.lock().expect("a file for what is reached"), "{number}").expect("what is reached to be noted");
    }
    false
}

/// An iterator or the mutant in its place, which is of another type.
#[doc(hidden)]
#[derive(Clone)]
pub enum Chosen<M, R> {
    Mutant(M),
    Real(R),
}

impl<M: Iterator<Item = R::Item>, R: Iterator> Iterator for Chosen<M, R> {
    type Item = R::Item;

    fn next(&mut self) -> Option<R::Item> {
        match self {
            Self::Mutant(mutant) => mutant.next(),
            Self::Real(real) => real.next(),
        }
    }
}
