//! How units and the holders of posts are reached, and who may see it.

use serde::{Deserialize, Serialize};

use super::super::unit::{PersonView, UnitRef};
use super::number_of;
use crate::disclosure::is_opened;
use crate::engine::look::{JudgedContext, ViewContext};
use crate::organisation::index::Post;
use crate::organisation::sort;
use crate::organisation::value::{Str, visible};

/// A unit and the public ways to reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactView {
    /// The unit that can be reached.
    pub unit: UnitRef,
    /// The street address of the unit.
    pub address: Option<String>,
    /// The public e-mail address of the unit.
    pub email: Option<String>,
    /// The public telephone number of the unit.
    pub phone: Option<String>,
    /// The web address of the unit.
    pub web: Option<String>,
}

impl ContactView {
    pub(super) fn new(look: ViewContext<'_>, unit: u32) -> Self {
        let item = &look.organisation.units[unit as usize];
        let text = |field: Option<&Str<'_>>| field.map(|text| visible(text));
        let contact = item.contact.as_ref();
        Self {
            unit: UnitRef::new(look, unit),
            address: text(item.address.as_ref()),
            email: contact.and_then(|contact| text(contact.email.as_ref())),
            phone: contact.and_then(|contact| text(contact.phone.as_ref())),
            web: contact.and_then(|contact| text(contact.web.as_ref())),
        }
    }
}

/// Who holds a post on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReachView {
    /// The person who holds the post.
    pub person: PersonView,
    /// Whether everyone may see how to reach the holders of the role; where the file does not say so, not.
    pub open: bool,
}

impl ReachView {
    /// The holders of a role at a unit on the day, by name.
    pub(in crate::engine::view) fn holders(look: JudgedContext<'_>, role: &str, unit: u32) -> Vec<Self> {
        Self::of(look, role, unit, |post| post.held(look.coverage.on))
    }

    /// The people who stand in for the holders of a role on the day.
    pub(super) fn substitutes(look: JudgedContext<'_>, role: &str, unit: u32) -> Vec<Self> {
        Self::of(look, role, unit, |post| post.substitute && post.current(look.coverage.on))
    }

    /// The people who have posts of a role at a unit that fit, by name.
    pub(super) fn of(look: JudgedContext<'_>, role: &str, unit: u32, fits: impl Fn(&Post) -> bool) -> Vec<Self> {
        let open = is_opened(look.organisation, role);
        let posts = look.index.posts_of(number_of(*look, role), unit).filter(|post| fits(post));
        let people = posts.filter_map(|post| PersonView::new(*look, post.person));
        let mut people: Vec<Self> = people.map(|person| Self { person, open }).collect();
        sort::by(&mut people, |a, b| (&a.person.name, &a.person.id).cmp(&(&b.person.name, &b.person.id)));
        people.dedup();
        people
    }
}
