package com.iterate.survey.respond;

/** Whether the last of these answers ends the pass. */
enum Ending {
    MORE_MAY_COME,
    COMPLETED
}
