export declare const root: string
export declare function projectNode(): string
export declare function ensureInstalled(say: (line: string) => void): Promise<void>
export declare function missing(): string[]
