//! Drafts kept in `IndexedDB`, in the database `ombud`: `drafts` by id, `bases` (the files they began with, or
//! their bytes) by hash, and in `counter` the number of the last writing.
//!
//! A draft is written in one transaction, which the browser carries out whole or not at all: until the new one is in
//! place the one before is, whatever happens to the tab. The checksum tells what a disk or a hand has damaged since.
//!
//! The browser's own calls are thin enough to be used as they are; the database is opened for each, so that it can be
//! cleared at any time and is simply made anew.

use js_sys::{Array, ArrayBuffer, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, IdbDatabase, IdbFactory, IdbRequest, IdbTransaction};

use super::file::BrowserFile;
use super::{clock, tabs};
use crate::draft::autosave::StoreOutcome;
use crate::draft::autosave::stored::{FoundDraft, StoredDraft, Trouble, VERSION, may_write, next_writing};

const NAME: &str = "ombud";
const DRAFTS: &str = "drafts";
const BASES: &str = "bases";
const COUNTER: &str = "counter";
/// How long the browser may take to open the database before it counts as absent, in milliseconds.
const PATIENCE: i32 = 5_000;

/// A journal of more bytes than this takes the page a noticeable time to read.
const LARGE: usize = 1 << 20;

/// All drafts that are kept, whole or not.
pub async fn list() -> Result<Vec<FoundDraft>, Trouble> {
    let Some(transaction) = begin("readonly").await? else { return Ok(Vec::new()) };
    let drafts = transaction.object_store(DRAFTS).map_err(trouble)?;
    let (keys, records) = (drafts.get_all_keys().map_err(trouble)?, drafts.get_all().map_err(trouble)?);
    done(&transaction, || ()).await?;
    let keys = Array::from(&keys.result().map_err(trouble)?);
    let records = Array::from(&records.result().map_err(trouble)?);
    let mut found = Vec::new();
    for (key, record) in keys.iter().zip(records.iter()) {
        let kept = read(&record);
        if kept.journal.len() > LARGE {
            // Reading a large draft and judging it are two tasks: in between the page may answer.
            clock::wait(0).await;
        }
        let key = key.as_string().unwrap_or_default();
        found.push(FoundDraft::new(key, kept, number(&record, "version"), text(&record, "sum").as_deref()));
    }
    Ok(found)
}

/// Keeps a draft, and the file it began with unless that is kept already. `mine` is the writing of this draft that the
/// caller knows, 0 where there is none.
pub async fn put(kept: StoredDraft, base: BrowserFile, mine: u32) -> Result<StoreOutcome, Trouble> {
    match put_with(kept.clone(), base.blob().into(), mine).await {
        // A private window of Safari keeps bytes, but no file.
        Err(Trouble::Failed) => {
            let bytes = base.buffer().await.ok_or(Trouble::Failed)?;
            put_with(kept, bytes.into(), mine).await
        }
        outcome => outcome,
    }
}

async fn put_with(kept: StoredDraft, base: JsValue, mine: u32) -> Result<StoreOutcome, Trouble> {
    // A large draft is made ready in steps, each a task of its own, and put down in the last.
    let journal = JsValue::from(&kept.journal);
    let transaction = begin("readwrite").await?.ok_or(Trouble::Absent)?;
    let [drafts, bases, counter] = [DRAFTS, BASES, COUNTER].map(|name| transaction.object_store(name));
    let (drafts, bases, counter) = (drafts.map_err(trouble)?, bases.map_err(trouble)?, counter.map_err(trouble)?);
    let written = std::rc::Rc::new(std::cell::Cell::new(None));
    let tell = written.clone();
    let there = drafts.get(&JsValue::from(&kept.id)).map_err(trouble)?;
    // Each step is asked for in the answer to the one before, for a transaction ends when nothing is asked of it. A
    // step that cannot be asked for leaves the transaction without the draft, which is not told to be overtaken.
    then(&there, move |there| {
        if !may_write(number(&there, "sequence"), mine) {
            return Ok(());
        }
        tell.set(Some(0));
        let sum = kept.sum_before_number();
        then(&counter.get(&COUNTER.into())?, move |last| {
            let sequence = next_writing(integer(&last), mine);
            counter.put_with_key(&sequence.into(), &COUNTER.into())?;
            let kept = StoredDraft { sequence, ..kept };
            let record = write(&kept, &journal, &kept.sum_after(sum));
            drafts.put_with_key(&record, &JsValue::from(&kept.id))?;
            tell.set(Some(sequence));
            let hash = JsValue::from(&kept.base);
            then(&bases.count_with_key(&hash)?, move |count| {
                if count == 0 {
                    bases.put_with_key(&base, &hash)?;
                }
                Ok(())
            });
            Ok(())
        });
        Ok(())
    });
    match done(&transaction, move || written.get()).await? {
        Some(0) => Err(Trouble::Failed),
        Some(sequence) => Ok(StoreOutcome::Kept(sequence)),
        None => Ok(StoreOutcome::Overtaken { fresh: tabs::random() }),
    }
}

/// Takes a draft out, and the file it began with unless another draft began with that.
pub async fn remove(key: &str) -> Result<(), Trouble> {
    let Some(transaction) = begin("readwrite").await? else { return Ok(()) };
    let drafts = transaction.object_store(DRAFTS).map_err(trouble)?;
    let bases = transaction.object_store(BASES).map_err(trouble)?;
    drafts.delete(&key.into()).map_err(trouble)?;
    let (records, hashes) = (drafts.get_all().map_err(trouble)?, bases.get_all_keys().map_err(trouble)?);
    then(&hashes, move |hashes| {
        let wanted: Vec<_> =
            Array::from(&records.result()?).iter().filter_map(|record| text(&record, "base")).collect();
        for hash in Array::from(&hashes) {
            if hash.as_string().is_none_or(|hash| !wanted.contains(&hash)) {
                bases.delete(&hash)?;
            }
        }
        Ok(())
    });
    done(&transaction, || ()).await
}

/// Asks the browser not to clear what is kept when it wants room. Some ask the reader, some decide alone, some know
/// nothing of it; whatever comes of it, work is kept as before.
pub fn ask_to_persist() {
    let navigator = super::window().navigator();
    let _ = Reflect::get(&navigator, &"storage".into()).and_then(|storage| {
        let persist: Function = Reflect::get(&storage, &"persist".into())?.dyn_into()?;
        let asked: Promise = persist.call0(&storage)?.dyn_into()?;
        wasm_bindgen_futures::spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
        Ok(JsValue::UNDEFINED)
    });
}

/// The bytes of the file with this hash, where they are kept.
pub async fn base(hash: &str) -> Result<Option<BrowserFile>, Trouble> {
    let Some(transaction) = begin("readonly").await? else { return Ok(None) };
    let bytes = transaction.object_store(BASES).and_then(|bases| bases.get(&hash.into())).map_err(trouble)?;
    done(&transaction, || ()).await?;
    let kept = bytes.result().map_err(trouble)?;
    let blob: Option<Blob> = if kept.is_instance_of::<ArrayBuffer>() {
        Blob::new_with_buffer_source_sequence(&Array::of1(&kept)).ok()
    } else {
        kept.dyn_into().ok()
    };
    Ok(blob.map(BrowserFile::new))
}

/// What is stored under a key as it is, and the file it began with, as one JSON text: for someone who can mend it.
pub async fn raw(key: &str) -> Result<String, Trouble> {
    let transaction = begin("readonly").await?.ok_or(Trouble::Absent)?;
    let record = transaction.object_store(DRAFTS).and_then(|drafts| drafts.get(&key.into())).map_err(trouble)?;
    done(&transaction, || ()).await?;
    let record = record.result().map_err(trouble)?;
    let file = match base(&text(&record, "base").unwrap_or_default()).await? {
        Some(bytes) => JsFuture::from(bytes.blob().text()).await.map_err(trouble)?,
        None => JsValue::NULL,
    };
    let whole = Object::new();
    set(&whole, "kept", &record);
    set(&whole, "file", &file);
    js_sys::JSON::stringify(&whole).map(String::from).map_err(trouble)
}

/// A transaction over everything. There is none where the database is not there: nothing is made only to be read.
async fn begin(mode: &str) -> Result<Option<IdbTransaction>, Trouble> {
    let Some(database) = open(mode == "readwrite").await? else { return Ok(None) };
    let stores = Array::of3(&DRAFTS.into(), &BASES.into(), &COUNTER.into());
    let options = Object::new();
    // On the disk before it is told to be kept.
    set(&options, "durability", &"strict".into());
    let call: Function = Reflect::get(&database, &"transaction".into()).and_then(JsCast::dyn_into).map_err(trouble)?;
    let transaction = call.call3(&database, &stores, &mode.into(), &options);
    // It is closed when its last transaction is over.
    database.close();
    Ok(Some(transaction.map_err(trouble)?.unchecked_into()))
}

async fn open(make: bool) -> Result<Option<IdbDatabase>, Trouble> {
    if super::boot::is_copy() {
        return Err(Trouble::Absent);
    }
    // The mere mention of it is an error in a sandboxed frame.
    let factory = Reflect::get(&super::window(), &"indexedDB".into()).map_err(|_| Trouble::Absent)?;
    let factory: IdbFactory = factory.dyn_into().map_err(|_| Trouble::Absent)?;
    // Without a version: whatever version a newer page has made of it is opened.
    let request = factory.open(NAME).map_err(|_| Trouble::Absent)?;
    let opening = request.clone();
    let missing = std::rc::Rc::new(std::cell::Cell::new(false));
    let is_missing = missing.clone();
    let upgrade = Closure::once_into_js(move || {
        let fresh = opening.result().map(JsCast::unchecked_into::<IdbDatabase>);
        if let (true, Ok(database)) = (make, fresh) {
            for store in [DRAFTS, BASES, COUNTER] {
                let _ = database.create_object_store(store);
            }
        } else {
            is_missing.set(true);
            let _ = opening.transaction().map(|transaction| transaction.abort());
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        let failed = request.clone();
        let told = Closure::once_into_js(move |event: web_sys::Event| {
            event.prevent_default();
            let _ = reject.call1(&JsValue::NULL, &failed.error().ok().flatten().into());
        });
        request.set_onerror(Some(told.unchecked_ref()));
        request.set_onblocked(None);
    });
    let late = clock::after(PATIENCE);
    let first = JsFuture::from(Promise::race(&Array::of2(&opened, &late))).await;
    match first {
        Ok(event) if event.is_undefined() => Err(Trouble::Absent),
        Ok(_) => {
            let database: IdbDatabase = request.result().map_err(trouble)?.unchecked_into();
            let has = |store| database.object_store_names().contains(store);
            if [DRAFTS, BASES, COUNTER].into_iter().all(has) { Ok(Some(database)) } else { Err(Trouble::Failed) }
        }
        Err(_) if missing.get() => Ok(None),
        Err(error) => Err(trouble(error)),
    }
}

/// Calls `next` with what a request answers. Where it fails the whole transaction is taken back.
fn then(request: &IdbRequest, next: impl FnOnce(JsValue) -> Result<(), JsValue> + 'static) {
    let asked = request.clone();
    let answered = Closure::once_into_js(move || {
        let result = asked.result().and_then(next);
        if let (Err(_), Some(transaction)) = (result, asked.transaction()) {
            let _ = transaction.abort();
        }
    });
    request.set_onsuccess(Some(answered.unchecked_ref()));
}

/// Waits until a transaction has been carried out, and gives what is known then.
async fn done<T>(transaction: &IdbTransaction, result: impl FnOnce() -> T) -> Result<T, Trouble> {
    let over = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        let ended = transaction.clone();
        let told = Closure::once_into_js(move || {
            let _ = reject.call1(&JsValue::NULL, &ended.error().into());
        });
        transaction.set_onabort(Some(told.unchecked_ref()));
    });
    JsFuture::from(over).await.map_err(trouble)?;
    Ok(result())
}

/// Why the browser refused, by the name it gives.
fn trouble(error: impl Into<JsValue>) -> Trouble {
    match text(&error.into(), "name").as_deref() {
        Some("QuotaExceededError") => Trouble::Full,
        Some("SecurityError") => Trouble::Absent,
        _ => Trouble::Failed,
    }
}

fn write(kept: &StoredDraft, journal: &JsValue, sum: &str) -> Object {
    let record = Object::new();
    #[allow(clippy::cast_precision_loss, reason = "milliseconds fit")]
    let when = kept.when as f64;
    for (field, value) in [
        ("id", JsValue::from(&kept.id)),
        ("name", JsValue::from(&kept.name)),
        ("address", JsValue::from(&kept.address)),
        ("municipality", JsValue::from(&kept.municipality)),
        ("base", JsValue::from(&kept.base)),
        ("journal", journal.clone()),
        ("unsaved", kept.unsaved.into()),
        ("when", when.into()),
        ("sequence", kept.sequence.into()),
        ("build", JsValue::from(&kept.build)),
        ("version", VERSION.into()),
        ("sum", sum.into()),
    ] {
        set(&record, field, &value);
    }
    record
}

fn read(record: &JsValue) -> StoredDraft {
    let word = |field| text(record, field).unwrap_or_default();
    let count = |field| number(record, field).unwrap_or_default();
    let when = field(record, "when").as_f64().unwrap_or_default();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a negative time is none")]
    let when = when as u64;
    StoredDraft {
        id: word("id"),
        name: word("name"),
        address: word("address"),
        municipality: word("municipality"),
        base: word("base"),
        journal: word("journal"),
        unsaved: count("unsaved"),
        when,
        sequence: count("sequence"),
        build: word("build"),
    }
}

fn field(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn text(object: &JsValue, key: &str) -> Option<String> {
    field(object, key).as_string()
}

fn number(object: &JsValue, key: &str) -> Option<u32> {
    integer(&field(object, key))
}

fn integer(value: &JsValue) -> Option<u32> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is no such number is none of ours"
    )]
    value.as_f64().map(|number| number as u32)
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a field of a plain object of our own does not fail.
    let _ = Reflect::set(object, &key.into(), value);
}
