//! Two states of the tables compared.
