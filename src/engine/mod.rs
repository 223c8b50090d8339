//! The engine: owns the open file and answers requests about it.
//!
//! One value: a [`Request`] in, a [`Reply`] out. In the browser it runs in a worker; natively it is called as it is.
//! [`request`] is the list of what the product can do, [`view`] what the answers hold.

mod answer;
mod change;
pub mod request;
pub mod view;

use std::cell::OnceCell;

use self_cell::self_cell;

use self::answer::Judged;
use crate::draft::{Change, History, Name};
use crate::organisation::problem::Problems;
use crate::organisation::value::Date;
use crate::organisation::{Unreadable, canonical, decode};
use crate::verdict::{self, File};

use self::request::Lens;
pub use self::request::{Reply, Request};
use self::view::Atlas;

/// The file as it came.
struct Source {
    name: String,
    text: String,
    sha256: OnceCell<String>,
}

/// The file read, and how it was judged last.
struct Contents<'a> {
    file: File<'a>,
    judged: Option<Judged<'a>>,
}

self_cell!(
    struct Open {
        owner: Source,
        #[covariant]
        dependent: Contents,
    }
);

/// The one stateful thing.
#[derive(Default)]
pub struct Engine {
    open: Option<Open>,
    /// What has been changed since the file was opened.
    history: History,
    /// The SHA-256 of the text as it was opened or saved last, once it is asked for.
    base_sha256: Option<String>,
}

impl Engine {
    /// Reads a file and makes it the open one; a file that cannot be read leaves the open one as it is.
    /// `progress` is told now and then how many bytes have been read.
    pub fn open(&mut self, name: String, bytes: Vec<u8>, progress: &mut dyn FnMut(usize)) -> Result<(), Unreadable> {
        let source = Source { name, text: decode(bytes)?, sha256: OnceCell::new() };
        self.open = Some(Open::try_new(source, |source| {
            File::read(&source.text, progress).map(|file| Contents { file, judged: None })
        })?);
        self.history = History::default();
        self.base_sha256 = None;
        Ok(())
    }

    /// The bytes of the open file, where a request needs their hash and it is not known yet: a browser hashes faster
    /// than this program. What is not given by [`Engine::take_sha256`] is computed when it is needed.
    pub fn unhashed(&self, request: &Request) -> Option<&[u8]> {
        let source = self.open.as_ref()?.borrow_owner();
        let needed = match request {
            Request::Hash | Request::Verdict { .. } => true,
            Request::Journal | Request::Restore(_) => self.base_sha256.is_none(),
            _ => false,
        };
        (needed && source.sha256.get().is_none()).then_some(source.text.as_bytes())
    }

    /// Takes the SHA-256 of the open file's bytes, in hexadecimal.
    pub fn take_sha256(&mut self, hexadecimal: String) {
        if let Some(open) = &self.open {
            let _ = open.borrow_owner().sha256.set(hexadecimal);
        }
    }

    /// Answers a request.
    pub fn handle(&mut self, request: &Request) -> Reply {
        match request {
            Request::Change { name, patches } => self.change(name, patches),
            Request::CarryOut(edits) => self.carry_out(Change { name: Name::Merge, edits: edits.clone() }),
            Request::Undo => self.undo(),
            Request::Redo => self.redo(),
            Request::Discard => self.discard(),
            Request::Saved => self.saved(),
            Request::Journal => self.journal(),
            Request::Restore(journal) => self.restore(journal),
            Request::Merge(journal) => self.merge(journal),
            Request::Difference { window } => self.difference(*window),
            Request::Effect { on } => self.effect(*on),
            request => self.ask_file(request).unwrap_or(Reply::NothingOpen),
        }
    }

    /// Answers a request that changes nothing.
    fn ask_file(&mut self, request: &Request) -> Option<Reply> {
        let open = self.open.as_mut()?;
        Some(open.with_dependent_mut(|source, contents| contents.answer(source, request)))
    }

    /// The verdict of a day and the problems of the open file, for the command line.
    pub fn judge<T>(
        &mut self,
        on: Date,
        each: impl FnOnce(&File<'_>, &verdict::Coverage<'_>, &Problems) -> T,
    ) -> Option<T> {
        let open = self.open.as_mut()?;
        Some(open.with_dependent_mut(|_, contents| {
            contents.judge(&Lens::whole(on));
            let coverage = &contents.judged.as_ref()?.coverage;
            Some(each(&contents.file, coverage, &contents.file.problems))
        }))?
    }
}

impl Source {
    fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| verdict::sha256(self.text.as_bytes()))
    }
}

impl Contents<'_> {
    /// Judges the file as it is seen through a lens, unless it was looked at so last.
    fn judge(&mut self, lens: &Lens) {
        let within = lens.within.as_ref().and_then(|id| self.file.index.unit(id));
        if self.judged.as_ref().is_none_or(|judged| judged.coverage.on != lens.on || judged.within != within) {
            self.judged = Some(Judged::new(self.file.judge_part(lens.on, within), within, &self.file));
        }
    }

    /// Lays the map out, unless that is done.
    fn lay_out(&mut self) {
        let Some(judged) = &mut self.judged else { return };
        judged.atlas.get_or_insert_with(|| Atlas::new(&mut self.file, judged.coverage.on, judged.within));
    }

    fn answer(&mut self, source: &Source, request: &Request) -> Reply {
        if let Some(lens) = request.lens() {
            self.judge(&lens);
        }
        if matches!(request, Request::Map { .. } | Request::Cells { .. }) {
            self.lay_out();
        }
        match request {
            Request::Canonical => Reply::Text(canonical::write(&self.file.organisation)),
            request => answer::answer(source, &self.file, self.judged.as_ref(), request),
        }
    }
}
