//! Folders on the reader's disk, where the browser lets a page write to one. The reader picks it, and nothing that is
//! there already is written over.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;

use super::disk::{ask, call, function, get, object, write};
use crate::draft::autosave::notice::NoFile;

/// Names that are tried for a folder before it is given up.
const MOST: u32 = 1_000;

/// A folder that can be written to.
#[derive(Debug, Clone)]
pub struct DiskFolder {
    handle: JsValue,
}

/// Whether the browser picks folders that can be written to.
pub fn can_pick() -> bool {
    function(&super::window(), "showDirectoryPicker").is_some()
}

/// Has the reader pick a folder; must follow a click of theirs.
pub async fn pick() -> Result<DiskFolder, NoFile> {
    let handle = call(&super::window(), "showDirectoryPicker", &object("mode", &"readwrite".into())).await?;
    Ok(DiskFolder { handle })
}

impl DiskFolder {
    /// The name of the folder.
    pub fn name(&self) -> String {
        get(&self.handle, "name").as_string().unwrap_or_default()
    }

    /// Makes a folder in this one; with a number after its name where something is called so.
    pub async fn make(&self, name: &str) -> Result<Self, NoFile> {
        let made = object("create", &JsValue::TRUE);
        for number in 1..MOST {
            let name = if number == 1 { name.to_owned() } else { format!("{name}-{number}") };
            let Err(why) = ask(&self.handle, "getDirectoryHandle", &Array::of1(&name.as_str().into())).await else {
                continue;
            };
            if get(&why, "name") == "NotFoundError" {
                let arguments = Array::of2(&name.into(), &made);
                let handle = ask(&self.handle, "getDirectoryHandle", &arguments).await.map_err(|_| NoFile::Failed)?;
                return Ok(Self { handle });
            }
        }
        Err(NoFile::Failed)
    }

    /// Writes a file in the folder.
    pub async fn write(&self, name: &str, content: &[u8]) -> Result<(), NoFile> {
        let arguments = Array::of2(&name.into(), &object("create", &JsValue::TRUE));
        let file = ask(&self.handle, "getFileHandle", &arguments).await.map_err(|_| NoFile::Failed)?;
        write(&file, &Uint8Array::from(content)).await
    }
}
