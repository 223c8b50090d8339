//! The sections of the navigation.

/// The sections that the navigation leads to in its order, then what is always at hand beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NavigationSection {
    /// The situation picture.
    Overview,
    /// The units of the organisation.
    Organisation,
    /// Rules and findings.
    Coverage,
    /// The matrix and the register.
    Risks,
    /// The duties of the year.
    Year,
    /// The report, editions and extracts.
    Report,
    /// While something happens.
    Event,
    /// The open file.
    Data,
    /// What is computed and how.
    About,
}

impl NavigationSection {
    /// The sections, in the order of the navigation.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Organisation, Self::Coverage, Self::Risks, Self::Year, Self::Report];
}
