//! All territories, at every zoom: drawn and named.
//!
//! | file | scenario |
//! | --- | --- |
//! | `every_department` | 101 departments and their intercommunalities, close up |
//! | `every_epci` | 1,255 intercommunalities, from the whole country to half way down |
//! | `crumbs` | the way from the country to a commune |
//! | `detail_levels` | communes, which are loaded when the map is close enough |

mod crumbs;
mod detail_levels;
mod every_department;
mod every_epci;
