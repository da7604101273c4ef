/**
 * Personal data that lives in other databases and services: what the policy describes there is reached, disclosed and
 * erased through this room. It knows enforcement's sessions and no table of the register.
 *
 * Nothing is connected yet; the door stands so that what comes has its place.
 */
export {};
