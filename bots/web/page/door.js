// Speaks with the doors of signing in; the page of signing in itself has nobody signed in, so it needs no more.

export const NOT_REACHED = "The server cannot be reached just now. Please try again.";

/** The answer of a door as [its status, what it says]; 0 when nothing came. */
export async function knock(method, path, said) {
  try {
    const body = said && { body: JSON.stringify(said), headers: { "Content-Type": "application/json" } };
    const response = await fetch(`/api/v1/${path}`, { method, ...body });
    return [response.status, response.status === 204 ? {} : await response.json()];
  } catch {
    return [0, { error: NOT_REACHED }];
  }
}

export const isWell = (status) => status >= 200 && status < 300;
