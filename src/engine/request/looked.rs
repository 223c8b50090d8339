//! What a request looks at, and to which family of a page's requests it belongs.

use serde::de::DeserializeOwned;

use super::{First, PageFamily, PageRequest, Request};
use crate::engine::lens::Lens;

impl First {
    /// How many months ahead the request looks, where it looks ahead.
    pub(in crate::engine) fn months(&self) -> Option<u32> {
        if let Self::Forecast { months, .. } = self { Some(*months) } else { None }
    }

    /// The day and the part that the request looks at, where the day matters to it.
    pub(in crate::engine) fn lens(&self) -> Option<Lens> {
        match self {
            Self::Overview { lens } | Self::Forecast { lens, .. } => Some(lens.clone()),
            Self::Summary | Self::UnitName { .. } | Self::Hash => None,
        }
    }
}

/// The requests of a family, by themselves.
pub(in crate::engine) trait FamilyRequest: DeserializeOwned + Into<PageRequest> {
    /// The family that they are of.
    const FAMILY: PageFamily;
}

impl PageFamily {
    /// The family of the request that bytes begin, where it is one of a page.
    pub fn of(request: &[u8]) -> Option<Self> {
        let (place, _) = postcard::take_from_bytes::<u32>(request).ok()?;
        Self::at(place.checked_sub(First::COUNT)?)
    }

    /// The place of the first request of the family among those of pages.
    fn place(self) -> u32 {
        Self::SIZES.iter().take_while(|(family, _)| *family != self).map(|(_, size)| size).sum()
    }

    /// The family of the request at a place among those of pages.
    fn at(mut place: u32) -> Option<Self> {
        for (family, size) in Self::SIZES {
            match place.checked_sub(*size) {
                Some(left) => place = left,
                None => return Some(*family),
            }
        }
        None
    }
}

impl PageRequest {
    /// The request that bytes are, where it is one of a family.
    pub(in crate::engine) fn read<F: FamilyRequest>(request: &[u8]) -> Option<Self> {
        let (place, fields) = postcard::take_from_bytes::<u32>(request).ok()?;
        let place = postcard::to_allocvec(&place.checked_sub(First::COUNT + F::FAMILY.place())?).ok()?;
        postcard::from_bytes::<F>(&[&*place, fields].concat()).ok().map(F::into)
    }

    /// How many months ahead the request looks, where it looks ahead.
    pub(in crate::engine) fn months(&self) -> Option<u32> {
        // As far as a page's forecast, which is then at hand.
        if let Self::Falls { .. } = self { Some(12) } else { None }
    }

    /// The day and the part that the request looks at, where the day matters to it.
    pub(in crate::engine) fn lens(&self) -> Option<Lens> {
        match self {
            // Of one item everything is told, also where it lies outside the part.
            Self::Unit { lens, .. }
            | Self::Person { lens, .. }
            | Self::Leaving { lens, .. }
            | Self::Finding { lens, .. } => Some(Lens::whole(lens.on)),
            Self::Units { lens, .. }
            | Self::People { lens, .. }
            | Self::Reminders { lens, .. }
            | Self::Search { lens, .. }
            | Self::Findings { lens, .. }
            | Self::Event { lens, .. }
            | Self::Group { lens }
            | Self::Leads { lens }
            | Self::Tabs { lens }
            | Self::Training { lens, .. }
            | Self::Year { lens, .. }
            | Self::Proposal { lens, .. }
            | Self::Falls { lens, .. }
            | Self::Map { lens, .. }
            | Self::Cells { lens, .. }
            | Self::SecurityUnit { lens }
            | Self::Coordinators { lens, .. }
            | Self::Representatives { lens, .. }
            | Self::Cards { lens, .. }
            | Self::ContactPage { lens }
            | Self::Vacancy { lens, .. } => Some(lens.clone()),
            Self::Exceptions { on } | Self::Rules { on } | Self::Report { on, .. } | Self::Verdict { on } => {
                Some(Lens::whole(*on))
            }
            // These look at a day without judging it.
            Self::Past { .. }
            | Self::Risks { .. }
            | Self::Risk { .. }
            | Self::Vulnerability { .. }
            | Self::Measures { .. }
            | Self::Picture { .. }
            | Self::Editions { .. }
            | Self::Scenarios
            | Self::Methods
            | Self::Item { .. }
            | Self::Method { .. }
            | Self::Choices { .. }
            | Self::OwnHistory { .. }
            | Self::Share { .. }
            | Self::Extract { .. }
            | Self::Rounds { .. }
            | Self::Askable { .. }
            | Self::RoundFiles { .. }
            | Self::Directory
            | Self::Problems { .. }
            | Self::Verification => None,
        }
    }

    /// Whether the answer speaks of places in the text, or of its hash: posts that have been changed must then stand in it.
    pub(in crate::engine) fn is_of_text(&self) -> bool {
        matches!(self, Self::Problems { .. } | Self::Report { .. } | Self::Verdict { .. } | Self::Verification)
    }
}

impl Request {
    /// The day and the part that the request looks at, where the day matters to it. What others than these judge is not
    /// what is shown.
    pub fn lens(&self) -> Option<Lens> {
        match (self.first(), self.page()) {
            (Some(first), _) => first.lens(),
            (_, Some(page)) => page.lens(),
            _ => None,
        }
    }
}
