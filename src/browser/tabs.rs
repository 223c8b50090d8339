//! Other tabs of the page: which drafts they hold, and what they say of themselves. Where the browser has neither locks
//! nor channels, a tab is simply alone.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::draft::autosave::Presence;

/// Locks on drafts are called this and the draft's id.
const LOCK: &str = "ombud.draft.";

/// A draft held by this tab, until this is dropped or the tab is gone, however it goes.
#[derive(Debug)]
pub struct TabLock {
    release: Option<Function>,
}

/// Holds a draft.
pub fn hold(draft: &str) -> TabLock {
    let mut release = None;
    let until = Promise::new(&mut |resolve, _| release = Some(resolve));
    let keep = Closure::once_into_js(move || until);
    let options = Object::new();
    // Nobody waits for a draft that another holds.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let asked = locks().and_then(|locks| {
        let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
        request.call3(&locks, &format!("{LOCK}{draft}").into(), &options, &keep).ok()
    });
    if let Some(Ok(asked)) = asked.map(JsCast::dyn_into::<Promise>) {
        // A lock that is refused, as in a sandboxed frame, is one that is not there.
        wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(asked).await) });
    }
    TabLock { release }
}

impl Drop for TabLock {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// The drafts that tabs hold, this one's among them.
pub async fn held() -> Vec<String> {
    let query = || {
        let locks = locks()?;
        let query: Function = Reflect::get(&locks, &"query".into()).ok()?.dyn_into().ok()?;
        query.call0(&locks).ok()?.dyn_into::<Promise>().ok()
    };
    let Some(query) = query() else { return Vec::new() };
    let Ok(state) = JsFuture::from(query).await else { return Vec::new() };
    let held = Reflect::get(&state, &"held".into()).unwrap_or(JsValue::UNDEFINED);
    let name = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    let draft = |name: String| name.strip_prefix(LOCK).map(str::to_owned);
    Array::from(&held).iter().filter_map(name).filter_map(draft).collect()
}

fn locks() -> Option<JsValue> {
    let locks = Reflect::get(&super::window().navigator(), &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}

/// The line to the other tabs.
#[derive(Debug)]
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    name: String,
}

impl Tabs {
    /// Opens the line. `heard` is told what each other tab says, by a name that is the tab's own.
    pub fn open(heard: impl Fn(String, Presence) + 'static) -> Self {
        let channel = (!super::boot::is_copy()).then(|| BroadcastChannel::new("ombud").ok()).flatten();
        let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            let field = |key: &str| Reflect::get(&data, &key.into()).unwrap_or(JsValue::UNDEFINED);
            let text = |key| field(key).as_string().unwrap_or_default();
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of another tab's")]
            let unsaved = field("unsaved").as_f64().unwrap_or_default() as u32;
            let presence = Presence {
                draft: text("draft"),
                base: text("base"),
                address: text("address"),
                unsaved,
                asks: field("asks").is_truthy(),
                leaves: field("leaves").is_truthy(),
            };
            heard(text("tab"), presence);
        });
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(listen.as_ref().unchecked_ref()));
            listen.forget();
        }
        Self { channel, name: random() }
    }

    /// Says something to the other tabs.
    pub fn say(&self, presence: &Presence) {
        let Some(channel) = &self.channel else { return };
        let message = Object::new();
        for (key, value) in [
            ("tab", JsValue::from(&self.name)),
            ("draft", JsValue::from(&presence.draft)),
            ("base", JsValue::from(&presence.base)),
            ("address", JsValue::from(&presence.address)),
            ("unsaved", presence.unsaved.into()),
            ("asks", presence.asks.into()),
            ("leaves", presence.leaves.into()),
        ] {
            let _ = Reflect::set(&message, &key.into(), &value);
        }
        let _ = channel.post_message(&message);
    }
}

/// A name that nothing else has.
pub fn random() -> String {
    // Not a secret: the browser's plain source of chance is to be had everywhere.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bits of chance")]
    let part = || (js_sys::Math::random() * 4_294_967_296.0) as u32;
    format!("{:08x}{:08x}{:08x}", part(), part(), part())
}
