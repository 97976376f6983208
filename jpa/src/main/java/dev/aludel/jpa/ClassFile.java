package dev.aludel.jpa;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the annotations of a compiled class without loading it, so that a search for entities neither runs the
 * project's code nor fails on classes whose libraries are absent. Follows chapter 4 of the Java Virtual Machine
 * Specification; annotations are named as there, without the {@code L} and {@code ;}: {@code jakarta/persistence/Entity}.
 */
final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;

    private final DataInputStream in;
    private final Set<String> annotations = new HashSet<>();
    private String[] texts = {};

    private ClassFile(DataInputStream in) {
        this.in = in;
    }

    /** The run-time visible annotations on the class itself. */
    static Set<String> annotations(InputStream stream) throws IOException {
        ClassFile file = new ClassFile(new DataInputStream(new BufferedInputStream(stream)));
        file.readClass();
        return file.annotations;
    }

    private void readClass() throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(4);
        readConstants();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        skipMembers();
        skipMembers();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = readText();
            int length = in.readInt();
            if (name.equals("RuntimeVisibleAnnotations")) {
                readAnnotations();
            } else {
                in.skipNBytes(length);
            }
        }
    }

    private void readConstants() throws IOException {
        texts = new String[in.readUnsignedShort()];
        for (int i = 1; i < texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // long and double take two places
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
    }

    private void skipMembers() throws IOException {
        for (int members = in.readUnsignedShort(); members > 0; members--) {
            in.skipNBytes(6);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(in.readInt());
            }
        }
    }

    private void readAnnotations() throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String type = skipAnnotation();
            annotations.add(type.substring(1, type.length() - 1));
        }
    }

    private String skipAnnotation() throws IOException {
        String type = readText();
        for (int elements = in.readUnsignedShort(); elements > 0; elements--) {
            in.skipNBytes(2);
            skipValue();
        }
        return type;
    }

    private void skipValue() throws IOException {
        switch (in.readUnsignedByte()) {
            case 'e' -> in.skipNBytes(4);
            case '@' -> skipAnnotation();
            case '[' -> {
                for (int values = in.readUnsignedShort(); values > 0; values--) {
                    skipValue();
                }
            }
            default -> in.skipNBytes(2);
        }
    }

    private String readText() throws IOException {
        return texts[in.readUnsignedShort()];
    }
}
