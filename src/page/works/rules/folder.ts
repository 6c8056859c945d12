/** Name of the folder that `vraem --model` takes, and of the rules in results. */
export const FOLDER = 'my-rules'
