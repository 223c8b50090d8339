//! Files as the browser holds them: their bytes are there to be read, and are not yet in the program's memory.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// A file as the browser holds it. Its clones are the same file.
#[derive(Debug, Clone)]
pub struct BrowserFile(Blob);

impl BrowserFile {
    pub(super) fn new(blob: impl Into<Blob>) -> Self {
        Self(blob.into())
    }

    /// A file with these bytes.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok().map(Self)
    }

    /// A file with this text.
    pub fn of_text(text: &str) -> Option<Self> {
        Blob::new_with_str_sequence(&Array::of1(&text.into())).ok().map(Self)
    }

    /// What the file is called on the reader's disk; empty for one that is not from there.
    pub fn name(&self) -> String {
        self.0.dyn_ref::<File>().map(File::name).unwrap_or_default()
    }

    /// The size of the file, in bytes.
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// The bytes of the file; none where it can no longer be read.
    pub async fn read(&self) -> Option<Vec<u8>> {
        Some(Uint8Array::new(&self.buffer().await?.into()).to_vec())
    }

    /// Whether two files hold the same bytes. What cannot be read is not the same.
    pub async fn is_same(&self, other: &Self) -> bool {
        if (self.size() - other.size()).abs() > 0.5 {
            return false;
        }
        let one = self.read().await;
        one.is_some() && one == other.read().await
    }

    /// The bytes of the file in memory of the browser's own.
    pub(super) async fn buffer(&self) -> Option<ArrayBuffer> {
        JsFuture::from(self.0.array_buffer()).await.ok().map(JsCast::unchecked_into)
    }

    pub(super) fn blob(&self) -> &Blob {
        &self.0
    }
}
