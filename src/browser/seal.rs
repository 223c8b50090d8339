//! Sealing and opening with the browser's own cryptography. It offers that in secure contexts only: over https, or on
//! this computer.

use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Crypto;

use super::file::BrowserFile;
use crate::exchange::sealed::{self, Head, MAGIC, ROUNDS, SealRefusal, TAG};

/// Whether a file of the reader's begins as a sealed one does.
pub async fn is_sealed(file: &BrowserFile) -> bool {
    let Ok(beginning) = file.blob().slice_with_i32_and_i32(0, i32::try_from(MAGIC.len()).unwrap_or_default()) else {
        return false;
    };
    BrowserFile::new(beginning).read().await.is_some_and(|bytes| sealed::is_sealed(&bytes))
}

/// Whether the browser offers cryptography here.
pub fn is_offered() -> bool {
    subtle().is_some()
}

/// Random bytes that nobody can guess.
pub fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    crypto()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// Seals some content under a passphrase: the bytes of the file.
pub async fn seal(content: &[u8], passphrase: &str) -> Result<Vec<u8>, SealRefusal> {
    let (Some(salt), Some(nonce)) = (random(), random()) else { return Err(SealRefusal::NoCryptography) };
    let head = Head { rounds: ROUNDS, salt, nonce, length: (content.len() + TAG) as u64 };
    let sealed = apply("encrypt", &head, content, passphrase).await?;
    Ok([&head.bytes()[..], &sealed].concat())
}

/// Opens the bytes of a sealed file: the content.
pub async fn unseal(file: &[u8], passphrase: &str) -> Result<Vec<u8>, SealRefusal> {
    let (head, content) = sealed::open(file)?;
    apply("decrypt", &head, content, passphrase).await
}

/// Makes the key of the passphrase, and encrypts or decrypts with it.
async fn apply(method: &str, head: &Head, content: &[u8], passphrase: &str) -> Result<Vec<u8>, SealRefusal> {
    // The same letters may be composed or not, and a passphrase that was copied may have space around it.
    let passphrase = String::from(JsString::from(passphrase.trim()).normalize("NFC"));
    if passphrase.is_empty() {
        return Err(SealRefusal::NoPassphrase);
    }
    let subtle = subtle().ok_or(SealRefusal::NoCryptography)?;
    let material = Uint8Array::from(passphrase.as_bytes());
    let usages = |usage: &str| JsValue::from(Array::of1(&usage.into()));
    let material: [&JsValue; 5] =
        [&"raw".into(), material.as_ref(), &"PBKDF2".into(), &JsValue::FALSE, &usages("deriveKey")];
    let material = call(&subtle, "importKey", &material).await?;
    let derivation = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(&head.salt[..]).into()),
        ("iterations", head.rounds.into()),
    ]);
    let cipher = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let key: [&JsValue; 5] = [&derivation, &material, &cipher, &JsValue::FALSE, &usages(method)];
    let key = call(&subtle, "deriveKey", &key).await?;
    let how = object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(&head.nonce[..]).into()),
        ("additionalData", Uint8Array::from(&head.bytes()[..]).into()),
        ("tagLength", 128.into()),
    ]);
    let done = call(&subtle, method, &[&how, &key, Uint8Array::from(content).as_ref()]).await?;
    Ok(Uint8Array::new(&done).to_vec())
}

/// Calls a method that promises something. What it refuses is that the tag does not fit: all else has been checked.
async fn call(on: &JsValue, method: &str, with: &[&JsValue]) -> Result<JsValue, SealRefusal> {
    let method: Function =
        Reflect::get(on, &method.into()).ok().and_then(|it| it.dyn_into().ok()).ok_or(SealRefusal::NoCryptography)?;
    let with: Array = with.iter().copied().collect();
    let promise: Promise =
        method.apply(on, &with).ok().and_then(|it| it.dyn_into().ok()).ok_or(SealRefusal::NoCryptography)?;
    JsFuture::from(promise).await.map_err(|_| SealRefusal::Wrong)
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in fields {
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}

fn crypto() -> Option<Crypto> {
    super::window().crypto().ok()
}

fn subtle() -> Option<JsValue> {
    let subtle = Reflect::get(crypto()?.as_ref(), &"subtle".into()).ok()?;
    subtle.is_object().then_some(subtle)
}
