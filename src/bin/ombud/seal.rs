//! Sealing without a browser: the container is the library's, the cryptography that of `docs/sealed.md`.

#[cfg(not(target_arch = "wasm32"))]
pub(super) use self::native::{passphrase, seal};

/// The command line exists only natively: in a browser it has no chance to draw from, and makes no passphrase.
#[cfg(target_arch = "wasm32")]
pub(super) fn passphrase() -> Result<String, String> {
    Err("there are no random numbers here".to_owned())
}

/// The command line exists only natively: in a browser it seals nothing.
#[cfg(target_arch = "wasm32")]
pub(super) fn seal(_content: &[u8], _passphrase: &str) -> Result<Vec<u8>, String> {
    Err("there is no cryptography here".to_owned())
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use aes_gcm::aead::{Aead, KeyInit, Payload};
    use aes_gcm::{Aes256Gcm, Key, Nonce};
    use ombud::exchange::sealed::{Head, ROUNDS, TAG, generated};
    use sha2::Sha256;

    /// A passphrase made up by chance.
    pub(in super::super) fn passphrase() -> Result<String, String> {
        random().map(generated)
    }

    /// Seals some content under a passphrase: the bytes of the file.
    pub(in super::super) fn seal(content: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
        let head = Head { rounds: ROUNDS, salt: random()?, nonce: random()?, length: (content.len() + TAG) as u64 };
        let mut key = [0; 32];
        pbkdf2::pbkdf2_hmac::<Sha256>(passphrase.as_bytes(), &head.salt, head.rounds, &mut key);
        let (bytes, cipher) = (head.bytes(), Aes256Gcm::new(&Key::<Aes256Gcm>::from(key)));
        let sealed = cipher.encrypt(&Nonce::from(head.nonce), Payload { msg: content, aad: &bytes });
        Ok([&bytes[..], &sealed.map_err(|error| error.to_string())?].concat())
    }

    /// Random bytes that nobody can guess.
    fn random<const N: usize>() -> Result<[u8; N], String> {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
        Ok(bytes)
    }
}
