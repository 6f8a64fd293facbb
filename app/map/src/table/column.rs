//! The columns of tables.

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The name of the territory or the scheme.
    Name,
    /// Inhabitants: of a territory; of a scheme, those of its part of the territory that is listed.
    Population,
    /// The number of CLS that touch a territory.
    Cls,
    /// The number of CPTS that touch a territory.
    Cpts,
    /// The number of labelled projects of a territory.
    Projects,
    /// The share of the population in an active CLS.
    ShareOfCls,
    /// The share of the population in an active CPTS.
    ShareOfCpts,
    /// The share of the population in neither.
    WhiteZone,
    /// CLS, CPTS or project.
    Layer,
    /// The status of a scheme.
    Status,
    /// The number of communes in the part of a scheme that is listed.
    Communes,
}

impl Column {
    /// The columns of a table of territories.
    pub const OF_TERRITORIES: [Self; 8] = [
        Self::Name,
        Self::Population,
        Self::Cls,
        Self::Cpts,
        Self::Projects,
        Self::ShareOfCls,
        Self::ShareOfCpts,
        Self::WhiteZone,
    ];

    /// The columns of a table of schemes.
    pub const OF_SCHEMES: [Self; 5] =
        [Self::Name, Self::Layer, Self::Status, Self::Communes, Self::Population];
}
