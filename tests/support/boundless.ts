/** Settings for whoever asks more in a minute than any person or machine does: tests and measurements, which want no refusal. */
export const boundless = { OFFING_VISITOR_REQUESTS: '1000000000', OFFING_ACCOUNT_REQUESTS: '1000000000' }
