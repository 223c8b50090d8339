//! The files that the page around hands over, opened one after the other: each is told how it ended, however many come
//! at once.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::browser::engine::FileSource;
use crate::engine::view::Summary;
use crate::exchange::host::Code;

/// So many files may wait.
const MOST_WAITING: usize = 20;

/// A file that the page around has handed over.
pub(super) struct HandedFile {
    /// By what its answer is known.
    pub(super) id: Option<String>,
    pub(super) source: FileSource,
}

/// A load that has ended.
pub(super) struct EndedLoad {
    /// By what its answer is known.
    pub(super) id: Option<String>,
    /// What was open before.
    pub(super) before: Option<Arc<Summary>>,
}

/// The files that wait to be opened, and the one that is being opened.
#[derive(Default)]
pub(super) struct LoadQueue {
    waiting: VecDeque<HandedFile>,
    begun: Option<BegunLoad>,
}

struct BegunLoad {
    id: Option<String>,
    /// What was open before.
    before: Option<Arc<Summary>>,
    /// Whether the session has been seen to open it.
    is_underway: bool,
}

impl LoadQueue {
    /// Has a file wait for its turn; refused where too many do.
    pub(super) fn push(&mut self, file: HandedFile) -> Result<(), Code> {
        if self.waiting.len() >= MOST_WAITING {
            return Err(Code::TooMany);
        }
        self.waiting.push_back(file);
        Ok(())
    }

    /// The file whose turn it is, unless one is being opened; `before` is what is open until then.
    pub(super) fn begin(&mut self, before: Option<Arc<Summary>>) -> Option<FileSource> {
        if self.begun.is_some() {
            return None;
        }
        let HandedFile { id, source } = self.waiting.pop_front()?;
        self.begun = Some(BegunLoad { id, before, is_underway: false });
        Some(source)
    }

    /// Notes whether the session is opening a file: the load that has ended by that, if one has.
    pub(super) fn look(&mut self, is_underway: bool) -> Option<EndedLoad> {
        let begun = self.begun.as_mut()?;
        begun.is_underway |= is_underway;
        if is_underway || !begun.is_underway {
            return None;
        }
        self.begun.take().map(|begun| EndedLoad { id: begun.id, before: begun.before })
    }
}
