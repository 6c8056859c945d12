// What the browser remembers of a reader's choices; a browser that refuses to remember costs nothing but that.

export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`vraem-lab ${name}`) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`vraem-lab ${name}`, value)
  } catch {
    // Private windows and full disks: the choice lasts as long as the page.
  }
}
