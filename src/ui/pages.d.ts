// What a page may import besides code: the builder turns a style sheet into a file of its own.
declare module '*.css';
