//! A change on its way to the engine.

use std::sync::Arc;

use super::{Request, RequestPlace};
use crate::draft::{ChangeKind, Patch};

/// A change asked of the engine, as the bytes of its request. They are made once: the page notes them until the work is
/// kept, and asks for them again should the engine stop. Its clones share them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedChange(Arc<[u8]>);

impl AskedChange {
    /// Wishes carried out as one change, written without the code that writes all other requests.
    pub fn of_patches(name: &ChangeKind, patches: &[Patch]) -> Self {
        // Plain data of known size: writing it into memory does not fail.
        let bytes = postcard::to_allocvec(&(RequestPlace::Change as u32, name, patches));
        Self(bytes.unwrap_or_default().into())
    }

    /// A change whose bytes another program has written.
    pub fn of_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }

    /// The bytes of the request.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Request> for AskedChange {
    fn from(request: Request) -> Self {
        Self(postcard::to_allocvec(&request).unwrap_or_default().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::ListName;

    #[test]
    fn wishes_are_asked_for_in_the_same_bytes_by_themselves_and_among_all_requests() {
        let name = ChangeKind::Import { file: "people.csv".into() };
        let patches = vec![Patch::Add { list: ListName::People, fields: Vec::new() }];
        let by_itself = AskedChange::of_patches(&name, &patches);
        assert_eq!(by_itself, AskedChange::from(Request::Change { name, patches }));
        assert_eq!(by_itself, AskedChange::of_bytes(by_itself.bytes().to_vec()));
    }
}
