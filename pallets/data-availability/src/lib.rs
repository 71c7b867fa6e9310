// SPDX-License-Identifier: Apache-2.0

//! Not written yet.
#![cfg_attr(not(feature = "std"), no_std)]
